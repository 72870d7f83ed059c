package chat.pando.e2e.proxy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HTTP response, the homeserver's own or one that the proxy makes up. */
public record WireAnswer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    /** An answer that a page of another origin may read, as every answer of a homeserver must be. */
    public static WireAnswer of(int status, String contentType, String body) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry("Content-Type", contentType));
        headers.add(Map.entry("Access-Control-Allow-Origin", "*"));
        headers.add(Map.entry("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS"));
        headers.add(Map.entry("Access-Control-Allow-Headers", "X-Requested-With, Content-Type, Authorization"));
        return new WireAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A Matrix error (spec, section "Standard error response"). */
    public static WireAnswer error(int status, String code) {
        return of(status, "application/json", "{\"errcode\":\"" + code + "\",\"error\":\"Said by the proxy\"}");
    }

    /** What something says that is no homeserver, or a gateway whose homeserver is down. */
    public static WireAnswer html(int status) {
        return of(status, "text/html", "<!DOCTYPE html><h1>A page for people</h1>");
    }

    /** What a homeserver says to a client that is too fast for it (spec, section "Rate limiting"). */
    public static WireAnswer rateLimited(long retryAfterMs) {
        return of(429, "application/json", "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"error\":\"Too Many Requests\","
                + "\"retry_after_ms\":" + retryAfterMs + "}");
    }

    public Optional<String> header(String name) {
        return headers.stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue).findFirst();
    }

    public boolean succeeded() {
        return status / 100 == 2;
    }
}
