package chat.pando.lab.drive.webkit;

import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.DriveException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A window of a MiniBrowser. */
final class WebKitTab implements BrowserTab {

    /** Calls a function that may promise its answer, and tells answer and failure apart. */
    private static final String CALL = """
            const done = arguments[arguments.length - 1];
            Promise.resolve().then(() => (%s).apply(null, JSON.parse(arguments[0]))).then(
                value => done(JSON.stringify({value: value ?? null})),
                error => done(JSON.stringify({thrown: String(error)})));
            """;

    private final WebDriver driver;
    private final String window;
    private boolean open = true;

    WebKitTab(WebDriver driver, String window) {
        this.driver = driver;
        this.window = window;
    }

    @Override
    public JsonNode evaluate(String function, Object... arguments) {
        // WebDriver wraps the script in a function, whose arguments an arrow function sees.
        String text = send("POST", "/execute/async", Map.of(
                "script", String.format(CALL, function),
                "args", List.of(WebDriver.JSON.writeValueAsString(List.of(arguments))))).asString();
        JsonNode answer = WebDriver.JSON.readTree(text);
        if (answer.has("thrown")) {
            throw new DriveException("The page's script threw " + answer.path("thrown").asString());
        }
        return answer.path("value");
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void reload() {
        send("POST", "/refresh", Map.of());
    }

    @Override
    public void close() {
        open = false;
        driver.closeWindow(window);
    }

    @Override
    public void leave(URI elsewhere) {
        send("POST", "/url", Map.of("url", elsewhere.toString()));
    }

    @Override
    public void comeBack() {
        send("POST", "/back", Map.of());
    }

    @Override
    public void hide() {
        throw new UnsupportedOperationException("A window on a virtual display is always seen");
    }

    @Override
    public void show() {
        driver.command("POST", "/window", Map.of("handle", window));
    }

    @Override
    public void freeze() {
        throw new UnsupportedOperationException("WebDriver can't freeze a page");
    }

    @Override
    public void thaw() {
        throw new UnsupportedOperationException("WebDriver can't freeze a page");
    }

    @Override
    public void crash() {
        throw new UnsupportedOperationException("WebDriver can't crash a page");
    }

    void saveEvidence(Path prefix) throws IOException {
        try {
            // No picture: of a tab that is not in front the driver never answers with one.
            Files.writeString(Path.of(prefix + ".html"), send("GET", "/source", Map.of()).asString());
        } catch (DriveException e) {
            Files.writeString(Path.of(prefix + ".txt"), "The tab shows nothing: " + e.getMessage());
        }
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        return driver.command(window, method, path, body);
    }
}
