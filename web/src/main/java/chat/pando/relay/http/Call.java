package chat.pando.relay.http;

import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.log.Cursor;
import io.javalin.http.Context;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One request, read with the errors the Client-Server API names. */
public final class Call {

    private static final int MAX_BODY_BYTES = 4 << 20;
    private static final long DEFAULT_PAGE = 10;
    private static final long LARGEST_PAGE = 1000;

    private final Context context;
    private final Optional<Requester> requester;

    Call(Context context, Optional<Requester> requester) {
        this.context = context;
        this.requester = requester;
    }

    /** Who asks; only endpoints that need an access token may call this. */
    public Requester who() {
        return requester.orElseThrow();
    }

    public String userId() {
        return who().userId();
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    /** A query parameter that is a number not below zero. */
    public Optional<Long> number(String name) {
        return query(name).map(text -> {
            try {
                return Math.max(0, Long.parseLong(text));
            } catch (NumberFormatException e) {
                throw MatrixError.invalidParam("'" + name + "' must be an integer");
            }
        });
    }

    /** A query parameter that is a position this server gave. */
    Optional<Cursor> cursor(String name, String epoch) {
        return query(name).filter(text -> !text.isEmpty()).map(text -> Cursor.parse(text)
                .filter(cursor -> cursor.epoch().equals(epoch))
                .orElseThrow(() -> MatrixError.invalidParam("'" + name + "' is not a token of this server")));
    }

    /** How many events a page shall have. */
    int pageSize() {
        return (int) Math.min(LARGEST_PAGE, Math.max(1, number("limit").orElse(DEFAULT_PAGE)));
    }

    public boolean flag(String name) {
        return query(name).filter("true"::equals).isPresent();
    }

    public String requireQuery(String name) {
        return query(name).orElseThrow(() -> MatrixError.missingParam(name));
    }

    /** The body, which must be a JSON object. */
    public ObjectNode body() {
        return Json.request(bytes(MAX_BODY_BYTES));
    }

    /** The body of an endpoint that clients also call without one. */
    public ObjectNode optionalBody() {
        byte[] bytes = bytes(MAX_BODY_BYTES);
        return bytes.length == 0 ? Json.object() : Json.request(bytes);
    }

    /** The raw body, or {@code M_TOO_LARGE}. */
    public byte[] bytes(int limit) {
        return Bodies.read(context.req(), limit);
    }

    public String contentType() {
        return Optional.ofNullable(context.contentType()).orElse("application/octet-stream");
    }

    public String remoteAddress() {
        return context.ip();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** Scheme, host and port the client used, also through a reverse proxy that says so. */
    String origin() {
        String scheme = header("X-Forwarded-Proto").orElse(context.scheme());
        return scheme + "://" + header("X-Forwarded-Host").or(() -> header("Host")).orElse("localhost");
    }
}
