package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;

/** An Ed25519 signature (RFC 8032). */
public final class Ed25519Signature extends FixedBytes {

    public static final int LENGTH = 64;

    public Ed25519Signature(byte[] bytes) throws CryptoException {
        super(bytes, LENGTH);
    }

    /** @throws CryptoException where the text is not base64 of 64 bytes */
    public static Ed25519Signature fromBase64(String base64) throws CryptoException {
        return new Ed25519Signature(UnpaddedBase64.decode(base64));
    }

    /** The signature of one of our own keys. */
    public static Ed25519Signature of(Primitives primitives, SigningKey key, byte[] message) {
        try {
            return new Ed25519Signature(primitives.sign(key, message));
        } catch (CryptoException impossible) {
            throw new IllegalStateException("a platform's signature has another length", impossible);
        }
    }
}
