package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.ApiRequest;
import java.util.Objects;

/**
 * A request of the E2EE machine that the server has not settled yet.
 *
 * @param id    sorts by age, and is never used for another
 * @param kind  what the machine calls its kind
 * @param about what the machine must know when the answer comes
 */
public record PendingRequest(String id, String kind, ApiRequest request, JsonObject about) {

    public PendingRequest {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(request);
        Objects.requireNonNull(about);
    }

    @Override
    public String toString() {
        return "PendingRequest[" + kind + "]";
    }
}
