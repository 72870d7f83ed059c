package chat.pando.crypto;

import chat.pando.host.Bytes;
import chat.pando.host.Primitives;

/**
 * The three public keys that a session was begun with; they name it, and every pre-key message carries them (Olm
 * specification, "Initial setup").
 *
 * @param identityKey the sender's identity key
 * @param baseKey     a key that the sender made for this session alone
 * @param oneTimeKey  the receiver's one-time or fallback key
 */
public record SessionKeys(
        Curve25519PublicKey identityKey, Curve25519PublicKey baseKey, Curve25519PublicKey oneTimeKey) {

    /** The id that both sides give the session: the hash of the three keys. */
    String sessionId(Primitives primitives) {
        byte[] all = Bytes.concat(identityKey.own(), baseKey.own(), oneTimeKey.own());
        return UnpaddedBase64.encode(primitives.sha256(all));
    }
}
