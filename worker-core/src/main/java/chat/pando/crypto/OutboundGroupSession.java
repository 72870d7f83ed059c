package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.KeyHandle;
import chat.pando.host.SigningKey;
import chat.pando.json.JsonObject;
import java.util.List;

/**
 * A Megolm session that we send on, at one moment (Megolm specification, "Session setup"). It never changes: {@link
 * Megolm#encrypt} yields the session after a message, which is to be stored before the message leaves, so that no index
 * is used twice.
 */
public final class OutboundGroupSession {

    private final SigningKey signingKey;
    private final MegolmRatchet ratchet;

    OutboundGroupSession(SigningKey signingKey, MegolmRatchet ratchet) {
        this.signingKey = signingKey;
        this.ratchet = ratchet;
    }

    /** A message to send, in base64, and the session after it. */
    public record Encrypted(OutboundGroupSession next, String ciphertext) {}

    /** Messages to send, each in base64, in their order, and the session after them all. */
    public record AllEncrypted(OutboundGroupSession next, List<String> ciphertexts) {}

    /** The session's id: its public signing key. */
    public String id() {
        return Ed25519PublicKey.of(signingKey).base64();
    }

    /** The index of the next message. */
    public long messageIndex() {
        return ratchet.index();
    }

    /** The ratchet; {@link #keyHandles} belong to it. */
    public JsonObject toJson() {
        return Stored.writeRatchet(ratchet);
    }

    /** The private signing key. */
    public List<KeyHandle> keyHandles() {
        return List.of(signingKey);
    }

    /**
     * The session that {@link #toJson} and {@link #keyHandles} described.
     *
     * @throws CryptoException where they describe none
     */
    public static OutboundGroupSession fromJson(JsonObject json, List<KeyHandle> keyHandles) throws CryptoException {
        if (keyHandles.size() == 1 && keyHandles.get(0) instanceof SigningKey signingKey) {
            return new OutboundGroupSession(signingKey, Stored.readRatchet(json));
        }
        throw new CryptoException("a stored group session without its signing key");
    }

    SigningKey signingKey() {
        return signingKey;
    }

    MegolmRatchet ratchet() {
        return ratchet;
    }
}
