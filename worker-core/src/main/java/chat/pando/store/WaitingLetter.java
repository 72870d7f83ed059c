package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.json.JsonObject;
import java.util.Objects;

/**
 * A letter that waits for an Olm session with its device.
 *
 * @param until the time after which it is worth nothing
 */
public record WaitingLetter(Curve25519PublicKey to, String type, JsonObject content, long until) {

    public WaitingLetter {
        Objects.requireNonNull(to);
        Objects.requireNonNull(type);
        Objects.requireNonNull(content);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "WaitingLetter[" + type + "]";
    }
}
