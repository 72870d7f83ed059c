package chat.pando.e2e.proxy;

import java.util.Set;
import java.util.function.Predicate;

/** The kinds of requests that rules and laws speak of. A preflight (OPTIONS) is never one of them. */
public final class Requests {

    public static final Predicate<Exchange> SYNC = get("/sync");
    public static final Predicate<Exchange> SEND = put("/send/");
    /** One event, asked for by its id. */
    public static final Predicate<Exchange> EVENT = part("GET", "/event/");
    /** A stretch of a room's history. */
    public static final Predicate<Exchange> MESSAGES = get("/messages");
    public static final Predicate<Exchange> TO_DEVICE = put("/sendToDevice/");
    public static final Predicate<Exchange> KEYS_UPLOAD = post("/keys/upload");
    public static final Predicate<Exchange> KEYS_QUERY = post("/keys/query");
    public static final Predicate<Exchange> KEYS_CLAIM = post("/keys/claim");
    public static final Predicate<Exchange> LOGIN = post("/login");
    public static final Predicate<Exchange> REGISTER = post("/register");
    public static final Predicate<Exchange> CREATE_ROOM = post("/createRoom");
    /** Everything that belongs to the Client-Server API. */
    public static final Predicate<Exchange> ANY = exchange -> !exchange.method().equals("OPTIONS");
    /** Everything by which something at the server becomes different: all but reads. */
    public static final Predicate<Exchange> CHANGE = ANY.and(KEYS_QUERY.negate())
            .and(exchange -> !Set.of("GET", "HEAD").contains(exchange.method()));

    private Requests() {}

    private static Predicate<Exchange> get(String end) {
        return exchange -> exchange.method().equals("GET") && exchange.path().endsWith(end);
    }

    private static Predicate<Exchange> put(String part) {
        return part("PUT", part);
    }

    private static Predicate<Exchange> part(String method, String part) {
        return exchange -> exchange.method().equals(method) && exchange.path().contains(part);
    }

    private static Predicate<Exchange> post(String end) {
        return exchange -> exchange.method().equals("POST") && exchange.path().endsWith(end);
    }
}
