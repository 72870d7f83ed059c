package chat.pando.relay;

import chat.pando.relay.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** A Matrix client of few words: one HTTP request at a time, as somebody or as nobody. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ROOT = "/_matrix/client";

    private final String origin;
    private final Optional<ObjectNode> login;

    public Client(String origin) {
        this(origin, Optional.empty());
    }

    private Client(String origin, Optional<ObjectNode> login) {
        this.origin = origin;
        this.login = login;
    }

    /** The same server, as whoever has logged in. */
    public Client as(ObjectNode loggedIn) {
        return new Client(origin, Optional.of(loggedIn));
    }

    /** The same person at another instance of the server. */
    public Client at(String otherOrigin) {
        return new Client(otherOrigin, login);
    }

    public String userId() {
        return login.orElseThrow().path("user_id").stringValue();
    }

    public String deviceId() {
        return login.orElseThrow().path("device_id").stringValue();
    }

    public Answer get(String path, Object... parts) {
        return send(request(path, parts).GET());
    }

    public CompletableFuture<Answer> getLater(String path, Object... parts) {
        return HTTP.sendAsync(request(path, parts).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Answer::new);
    }

    public Answer post(String body, String path, Object... parts) {
        return send(request(path, parts).POST(BodyPublishers.ofString(json(body))));
    }

    public CompletableFuture<Answer> postLater(String body, String path, Object... parts) {
        return HTTP.sendAsync(request(path, parts).POST(BodyPublishers.ofString(json(body))).build(),
                HttpResponse.BodyHandlers.ofByteArray()).thenApply(Answer::new);
    }

    public Answer put(String body, String path, Object... parts) {
        return send(request(path, parts).PUT(BodyPublishers.ofString(json(body))));
    }

    public CompletableFuture<Answer> putLater(String body, String path, Object... parts) {
        return HTTP.sendAsync(request(path, parts).PUT(BodyPublishers.ofString(json(body))).build(),
                HttpResponse.BodyHandlers.ofByteArray()).thenApply(Answer::new);
    }

    public Answer delete(String body, String path, Object... parts) {
        return send(request(path, parts).method("DELETE", BodyPublishers.ofString(json(body))));
    }

    public Answer upload(byte[] body, String contentType, String path, Object... parts) {
        return send(request(path, parts).setHeader("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request whose path is below the client API, or absolute if it begins with two slashes; {} takes a part. */
    public HttpRequest.Builder request(String path, Object... parts) {
        String filled = path;
        for (Object part : parts) {
            filled = filled.replaceFirst("\\{}", URLEncoder.encode(part.toString(), StandardCharsets.UTF_8)
                    .replace("+", "%20"));
        }
        String whole = filled.startsWith("//") ? filled.substring(1) : ROOT + filled;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + whole))
                .timeout(Duration.ofSeconds(60)).header("Content-Type", "application/json");
        login.ifPresent(known -> request.header("Authorization", "Bearer " + known.path("access_token").stringValue()));
        return request;
    }

    public String createRoom(String body) {
        return post(body, "/v3/createRoom").ok().path("room_id").stringValue();
    }

    public void join(String roomId) {
        post("{}", "/v3/rooms/{}/join", roomId).ok();
    }

    /** Sends a text and answers the event's id. */
    public String say(String roomId, String txnId, String text) {
        return put(Json.text(Json.object().put("msgtype", "m.text").put("body", text)),
                "/v3/rooms/{}/send/m.room.message/{}", roomId, txnId).ok().path("event_id").stringValue();
    }

    public ObjectNode sync() {
        return get("/v3/sync").ok();
    }

    public ObjectNode syncSince(ObjectNode earlier) {
        return get("/v3/sync?since={}", earlier.path("next_batch").stringValue()).ok();
    }

    /** Lets tests write single quotes for double ones. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
