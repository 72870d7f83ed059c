package chat.pando.matrix;

import chat.pando.json.JsonObject;
import java.util.Objects;
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

    /** An error without a body. */
    public MatrixError(int status, String errcode, String error, OptionalLong retryAfterMillis) {
        this(status, errcode, error, retryAfterMillis, JsonObject.EMPTY);
    }

    public boolean is(String code) {
        return errcode.equals(code);
    }

    /** Whether the same request may succeed later: rate limits, and everything that is the server's own fault. */
    public boolean passes() {
        return status == 429 || status >= 500 || status == 408 || status == 425;
    }

    @Override
    public String toString() {
        return "MatrixError[" + status + "]";
    }
}
