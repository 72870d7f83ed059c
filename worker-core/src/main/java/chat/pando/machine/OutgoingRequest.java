package chat.pando.machine;

import chat.pando.matrix.ApiRequest;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A request that must reach the server. It is durable: after a crash it is the same, to the byte.
 *
 * @param id    never used for another request
 * @param until the time after which it is worth nothing: then, or where one attempt fails, it is dropped
 *              ({@link Machine#lapsed}), and nothing else waits for it; empty where it has to reach the server
 */
public record OutgoingRequest(String id, Kind kind, ApiRequest request, OptionalLong until) {

    /** What a request is for. */
    public enum Kind {
        KEYS_UPLOAD,
        KEYS_QUERY,
        KEYS_CLAIM,
        TO_DEVICE
    }

    public OutgoingRequest {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(request);
        Objects.requireNonNull(until);
    }
}
