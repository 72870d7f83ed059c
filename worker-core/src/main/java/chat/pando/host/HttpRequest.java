package chat.pando.host;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param method        GET, POST, PUT or DELETE
 * @param url           absolute, percent-encoded
 * @param headers       names in any case
 * @param body          UTF-8 text; media have their own port when they come
 * @param timeoutMillis after which the exchange fails with {@link HttpFailure.Cause#TIMEOUT}
 */
public record HttpRequest(
        String method, String url, Map<String, String> headers, Optional<String> body, long timeoutMillis) {

    public HttpRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(url);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body);
    }

    /** Method and size only: URL and headers can hold names and tokens, and logs hold neither. */
    @Override
    public String toString() {
        return "HttpRequest[" + method + ", " + body.map(String::length).orElse(0) + " characters]";
    }
}
