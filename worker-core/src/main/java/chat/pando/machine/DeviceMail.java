package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.json.JsonObject;
import java.util.Objects;

/**
 * A letter that has come from Pando on another device. Olm proves who has written it; what it says is that device's
 * word, and no more.
 *
 * @param from     a device of the user's list
 * @param identity its key in Olm
 * @param type     begins with {@link DeviceLetter#NAMESPACE}
 */
public record DeviceMail(DeviceName from, Curve25519PublicKey identity, String type, JsonObject content) {

    public DeviceMail {
        Objects.requireNonNull(from);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(type);
        Objects.requireNonNull(content);
    }

    /** Without names and content. */
    @Override
    public String toString() {
        return "DeviceMail[" + type + "]";
    }
}
