package chat.pando.matrix;

import chat.pando.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A homeserver's refusal (spec, section "Standard error response").
 *
 * @param status           the HTTP status
 * @param errcode          {@code M_…}; empty where the body was no Matrix error (a proxy's HTML page, or nothing)
 * @param error            the server's words; may name people, so never logged
 * @param retryAfterMillis how long the server asks us to wait
 * @param body             the whole answer; empty where it was no JSON object
 */
public record MatrixError(int status, String errcode, String error, OptionalLong retryAfterMillis, JsonObject body) {

    public MatrixError {
        Objects.requireNonNull(errcode);
        Objects.requireNonNull(error);
        Objects.requireNonNull(retryAfterMillis);
        Objects.requireNonNull(body);
    }

    /** What an HTTP answer says, whatever its body is. */
    public static MatrixError of(int status, Optional<JsonObject> answer) {
        return of(status, answer, Optional.empty());
    }

    /**
     * What an HTTP answer says, whatever its body is.
     *
     * @param retryAfter the header of that name: seconds, or a date, which says nothing without the server's clock
     */
    public static MatrixError of(int status, Optional<JsonObject> answer, Optional<String> retryAfter) {
        JsonObject body = answer.orElse(JsonObject.EMPTY);
        OptionalLong rest = rest(body.integer("retry_after_ms"), retryAfter);
        return new MatrixError(
                status, body.string("errcode").orElse(""), body.string("error").orElse(""), rest, body);
    }

    /**
     * The header is what the spec wants to be heard (section "Rate limiting"), but it knows whole seconds only: where
     * the body says the same more exactly, it says it.
     */
    private static OptionalLong rest(OptionalLong inBody, Optional<String> header) {
        Optional<Long> seconds = header.map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::parseLong);
        if (seconds.isEmpty()) {
            return inBody;
        }
        long millis = seconds.get() * 1000;
        boolean same = inBody.isPresent() && Math.abs(millis - inBody.getAsLong()) <= 1000;
        return same ? inBody : OptionalLong.of(millis);
    }

    /** An error without a body. */
    public MatrixError(int status, String errcode, String error, OptionalLong retryAfterMillis) {
        this(status, errcode, error, retryAfterMillis, JsonObject.EMPTY);
    }

    public boolean is(String code) {
        return errcode.equals(code);
    }

    /** Whether something between us and the homeserver answered (a proxy, a portal), rather than the homeserver. */
    public boolean foreign() {
        return errcode.isEmpty();
    }

    /** Whether the same request may succeed later: rate limits, and everything that is the server's own fault. */
    public boolean passes() {
        return status == 429 || status >= 500 || status == 408 || foreign() && status != 413;
    }

    /** Whether the access token is dead (spec, section "Client authentication"). */
    public boolean endsSession() {
        return is("M_UNKNOWN_TOKEN") || is("M_MISSING_TOKEN");
    }

    /** Whether the token may be renewed and the device lives on (spec, section "Soft logout"). */
    public boolean softLogout() {
        return body.bool("soft_logout").orElse(false);
    }

    @Override
    public String toString() {
        return "MatrixError[" + status + "]";
    }
}
