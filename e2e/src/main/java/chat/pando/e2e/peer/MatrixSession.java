package chat.pando.e2e.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in device that speaks the bare Client-Server API, to see what the server knows. */
public final class MatrixSession {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI homeserver;
    private final String token;
    private final String userId;
    private final String deviceId;

    private MatrixSession(URI homeserver, JsonNode signedIn) {
        this.homeserver = homeserver;
        this.token = signedIn.path("access_token").asString();
        this.userId = signedIn.path("user_id").asString();
        this.deviceId = signedIn.path("device_id").asString();
    }

    public static MatrixSession register(URI homeserver, String username, String password) {
        return new MatrixSession(homeserver, call(homeserver, "POST", "/register", "", Map.of("username", username,
                "password", password, "auth", Map.of("type", "m.login.dummy"))));
    }

    public static MatrixSession signIn(URI homeserver, String username, String password) {
        Map<String, Object> body = Map.of("type", "m.login.password", "password", password,
                "identifier", Map.of("type", "m.id.user", "user", username));
        return new MatrixSession(homeserver, call(homeserver, "POST", "/login", "", body));
    }

    /** The part after the colon in this server's user ids, learned from a new account's. */
    public static String serverName(URI homeserver) {
        String username = "probe-" + Long.toString(System.nanoTime(), 36);
        String userId = register(homeserver, username, "a long password of " + username).userId();
        return userId.substring(userId.indexOf(':') + 1);
    }

    public String userId() {
        return userId;
    }

    public String deviceId() {
        return deviceId;
    }

    public JsonNode get(String path) {
        return call(homeserver, "GET", path, token, Map.of());
    }

    public JsonNode post(String path, Object body) {
        return call(homeserver, "POST", path, token, body);
    }

    public JsonNode put(String path, Object body) {
        return call(homeserver, "PUT", path, token, body);
    }

    /** The ids of all devices of this account. */
    public List<String> devices() {
        List<String> ids = new ArrayList<>();
        get("/devices").path("devices").forEach(device -> ids.add(device.path("device_id").asString()));
        return ids;
    }

    /** The rooms this account is in. */
    public List<String> joinedRooms() {
        List<String> ids = new ArrayList<>();
        get("/joined_rooms").path("joined_rooms").forEach(room -> ids.add(room.asString()));
        return ids;
    }

    /** All events of a room that are there for this account to read, oldest first. */
    public List<JsonNode> events(String room) {
        List<JsonNode> events = new ArrayList<>();
        String from = "";
        do {
            JsonNode page = get("/rooms/" + encode(room) + "/messages?dir=f&limit=100" + from);
            page.path("chunk").forEach(events::add);
            from = page.hasNonNull("end") ? "&from=" + encode(page.path("end").asString()) : "";
        } while (!from.isEmpty());
        return events;
    }

    public static String encode(String pathSegment) {
        return URLEncoder.encode(pathSegment, StandardCharsets.UTF_8);
    }

    /** A server may close a connection that is kept at the moment when it is used again: then on a new one. */
    private static HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException nobodyThere) {
            throw nobodyThere;
        } catch (IOException closed) {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static JsonNode call(URI homeserver, String method, String path, String token, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(homeserver.resolve("/_matrix/client/v3" + path))
                    .header("Content-Type", "application/json");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            request.method(method, method.equals("GET") ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)));
            HttpResponse<byte[]> response = send(request.build());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + " was answered with " + response.statusCode()
                        + " " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the homeserver", e);
        }
    }
}
