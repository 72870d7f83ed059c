package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.json.JsonObject;
import java.util.Objects;

/**
 * A device as its own signed keys describe it.
 *
 * @param signing  its Ed25519 key, by which people verify it
 * @param identity its Curve25519 key, which names it in Olm
 * @param keys     what it signed, with all signatures
 */
public record Device(
        UserId user, DeviceId id, Ed25519PublicKey signing, Curve25519PublicKey identity, JsonObject keys) {

    public Device {
        Objects.requireNonNull(user);
        Objects.requireNonNull(id);
        Objects.requireNonNull(signing);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(keys);
    }

    /** Whether the other one holds the same two keys. */
    public boolean sameKeysAs(Device other) {
        return signing.equals(other.signing) && identity.equals(other.identity);
    }

    /** Without names and keys. */
    @Override
    public String toString() {
        return "Device";
    }
}
