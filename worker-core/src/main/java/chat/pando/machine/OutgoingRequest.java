package chat.pando.machine;

import chat.pando.matrix.ApiRequest;
import java.util.Objects;

/**
 * A request that must reach the server. It is durable: after a crash it is the same, to the byte.
 *
 * @param id never used for another request
 */
public record OutgoingRequest(String id, Kind kind, ApiRequest request) {

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
    }
}
