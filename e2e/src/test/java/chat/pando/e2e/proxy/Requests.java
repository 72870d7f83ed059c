package chat.pando.e2e.proxy;

import java.util.function.Predicate;

/** The kinds of requests that rules and laws speak of. A preflight (OPTIONS) is never one of them. */
public final class Requests {

    public static final Predicate<Exchange> SYNC = get("/sync");
    public static final Predicate<Exchange> SEND = put("/send/");
    public static final Predicate<Exchange> TO_DEVICE = put("/sendToDevice/");
    public static final Predicate<Exchange> KEYS_UPLOAD = post("/keys/upload");
    public static final Predicate<Exchange> KEYS_QUERY = post("/keys/query");
    public static final Predicate<Exchange> KEYS_CLAIM = post("/keys/claim");
    public static final Predicate<Exchange> LOGIN = post("/login");
    public static final Predicate<Exchange> REGISTER = post("/register");
    public static final Predicate<Exchange> CREATE_ROOM = post("/createRoom");
    /** Everything that belongs to the Client-Server API. */
    public static final Predicate<Exchange> ANY = exchange -> !exchange.method().equals("OPTIONS");

    private Requests() {}

    private static Predicate<Exchange> get(String end) {
        return exchange -> exchange.method().equals("GET") && exchange.path().endsWith(end);
    }

    private static Predicate<Exchange> put(String part) {
        return exchange -> exchange.method().equals("PUT") && exchange.path().contains(part);
    }

    private static Predicate<Exchange> post(String end) {
        return exchange -> exchange.method().equals("POST") && exchange.path().endsWith(end);
    }
}
