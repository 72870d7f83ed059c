package chat.pando.lab.drive.webkit;

import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One W3C WebDriver session, and its commands: one at a time, each for the window that is named. */
final class WebDriver {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final String session;
    private String current = "";

    WebDriver(URI server, Map<String, ?> capabilities) {
        this.server = server;
        session = call("POST", "/session", Map.of("capabilities", Map.of("alwaysMatch", capabilities)))
                .path("sessionId").asString();
        long limit = Patience.OF_DRIVERS.toMillis();
        command("POST", "/timeouts", Map.of("script", limit, "pageLoad", limit));
    }

    /** A command to the browser as a whole. */
    synchronized JsonNode command(String method, String path, Map<String, ?> body) {
        return call(method, "/session/" + session + path, body);
    }

    /** A command to one window, which stays the current one. */
    synchronized JsonNode command(String window, String method, String path, Map<String, ?> body) {
        if (!current.equals(window)) {
            command("POST", "/window", Map.of("handle", window));
            current = window;
        }
        return command(method, path, body);
    }

    synchronized void closeWindow(String window) {
        command(window, "DELETE", "/window", Map.of());
        current = "";
    }

    void end() {
        call("DELETE", "/session/" + session, Map.of());
    }

    private JsonNode call(String method, String path, Map<String, ?> body) {
        HttpRequest.BodyPublisher text = method.equals("POST")
                ? HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))
                : HttpRequest.BodyPublishers.noBody();
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).timeout(Patience.OF_DRIVERS.plusSeconds(5))
                .header("Content-Type", "application/json").method(method, text).build();
        try {
            String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            JsonNode value = JSON.readTree(answer).path("value");
            if (value.has("error")) {
                throw new DriveException(value.path("error").asString() + ": " + value.path("message").asString());
            }
            return value;
        } catch (IOException e) {
            throw new DriveException("WebDriver didn't answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriveException("Interrupted in a command to WebDriver", e);
        }
    }
}
