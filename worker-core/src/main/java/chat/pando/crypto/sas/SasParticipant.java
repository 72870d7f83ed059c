package chat.pando.crypto.sas;

import chat.pando.crypto.Curve25519PublicKey;

/**
 * One of the two devices of a verification (spec, "Short Authentication String (SAS) verification").
 *
 * @param key its ephemeral key, from {@code m.key.verification.key}
 */
public record SasParticipant(String userId, String deviceId, Curve25519PublicKey key) {

    /** Who it is, for the info of a derived key. */
    String name() {
        return userId + deviceId;
    }

    @Override
    public String toString() {
        return "SasParticipant";
    }
}
