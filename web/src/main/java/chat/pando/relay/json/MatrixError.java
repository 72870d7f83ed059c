package chat.pando.relay.json;

import tools.jackson.databind.node.ObjectNode;

/** A refusal as a client is told it: an HTTP status, an errcode and a sentence ("Standard error response"). */
public final class MatrixError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode body;

    public MatrixError(int status, String errcode, String message) {
        this(status, Json.object().put("errcode", errcode).put("error", message));
    }

    /** An answer of that status whose body is more than an errcode, such as the flows of user-interactive auth. */
    public MatrixError(int status, ObjectNode body) {
        super(body.path("errcode").asString("HTTP " + status), null, false, false);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public ObjectNode body() {
        return body;
    }

    public static MatrixError notJson() {
        return new MatrixError(400, "M_NOT_JSON", "Content not JSON");
    }

    public static MatrixError badJson(String message) {
        return new MatrixError(400, "M_BAD_JSON", message);
    }

    public static MatrixError missingParam(String name) {
        return new MatrixError(400, "M_MISSING_PARAM", "Missing parameter: " + name);
    }

    public static MatrixError invalidParam(String message) {
        return new MatrixError(400, "M_INVALID_PARAM", message);
    }

    public static MatrixError unknown(String message) {
        return new MatrixError(400, "M_UNKNOWN", message);
    }

    public static MatrixError forbidden(String message) {
        return new MatrixError(403, "M_FORBIDDEN", message);
    }

    public static MatrixError notFound(String message) {
        return new MatrixError(404, "M_NOT_FOUND", message);
    }

    public static MatrixError tooLarge(String message) {
        return new MatrixError(413, "M_TOO_LARGE", message);
    }

    public static MatrixError limitExceeded(long retryAfterMillis) {
        return new MatrixError(429, Json.object().put("errcode", "M_LIMIT_EXCEEDED").put("error", "Too many requests")
                .put("retry_after_ms", retryAfterMillis));
    }

    public static MatrixError unrecognized(int status) {
        return new MatrixError(status, "M_UNRECOGNIZED", "Unrecognized request");
    }
}
