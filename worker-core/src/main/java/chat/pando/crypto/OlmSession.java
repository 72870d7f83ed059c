package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.KeyHandle;
import chat.pando.json.JsonObject;
import java.util.List;

/**
 * An Olm session at one moment (Olm specification, "The Olm Protocol"). It never changes: {@link Olm} yields the
 * session that comes after a message, and whoever keeps sessions stores that one before the message leaves.
 */
public final class OlmSession {

    private final String id;
    private final SessionKeys keys;
    private final DoubleRatchet ratchet;

    OlmSession(String id, SessionKeys keys, DoubleRatchet ratchet) {
        this.id = id;
        this.keys = keys;
        this.ratchet = ratchet;
    }

    /** A message to send, and the session after it. */
    public record Encrypted(OlmSession next, OlmMessage message) {}

    /** A plaintext, and the session after it. */
    public record Decrypted(OlmSession next, byte[] plaintext) {}

    /** The id that both sides give this session. */
    public String id() {
        return id;
    }

    /** The keys that the session was begun with. */
    public SessionKeys keys() {
        return keys;
    }

    /** Whether anything was received yet; until then every message that we send is a pre-key message. */
    public boolean hasReceived() {
        return !ratchet.receiving().isEmpty();
    }

    /** Whether the message was sent on this session. */
    public boolean matches(PreKeyMessage message) {
        return keys.equals(message.keys());
    }

    /** The symmetric state; {@link #keyHandles} belong to it. */
    public JsonObject toJson() {
        return OlmSessionJson.write(this);
    }

    /** The private ratchet key, where there is one at this moment. */
    public List<KeyHandle> keyHandles() {
        return ratchet.sending() instanceof SendingChain.Active active
                ? List.of(active.ratchetKey().pair())
                : List.of();
    }

    /**
     * The session that {@link #toJson} and {@link #keyHandles} described.
     *
     * @throws CryptoException where they describe none
     */
    public static OlmSession fromJson(JsonObject json, List<KeyHandle> keyHandles) throws CryptoException {
        return OlmSessionJson.read(json, keyHandles);
    }

    DoubleRatchet ratchet() {
        return ratchet;
    }

    OlmSession with(DoubleRatchet next) {
        return new OlmSession(id, keys, next);
    }
}
