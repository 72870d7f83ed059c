package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;

/** Signing with one of our own keys. */
final class Signatures {

    private Signatures() {}

    static Ed25519Signature sign(Primitives primitives, SigningKey key, byte[] message) {
        try {
            return new Ed25519Signature(primitives.sign(key, message));
        } catch (CryptoException impossible) {
            throw new IllegalStateException("a platform's signature has another length", impossible);
        }
    }
}
