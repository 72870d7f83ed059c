package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;

/** The public half of an Ed25519 key pair (RFC 8032): a device's fingerprint key, or a Megolm session's. */
public final class Ed25519PublicKey extends FixedBytes {

    public static final int LENGTH = 32;

    /** @throws CryptoException where these are not 32 bytes, or a key under which anybody could sign */
    public Ed25519PublicKey(byte[] bytes) throws CryptoException {
        super(bytes, LENGTH);
        if (WeakPoints.contain(bytes)) {
            throw new CryptoException("a public key under which anybody could sign");
        }
    }

    /** @throws CryptoException where the text is not base64 of 32 bytes, or a key under which anybody could sign */
    public static Ed25519PublicKey fromBase64(String base64) throws CryptoException {
        return new Ed25519PublicKey(UnpaddedBase64.decode(base64));
    }

    /** The public half of one of our own key pairs. */
    public static Ed25519PublicKey of(SigningKey key) {
        try {
            return new Ed25519PublicKey(key.publicKey());
        } catch (CryptoException impossible) {
            throw new IllegalStateException("a platform's signing key has no sound public half", impossible);
        }
    }

    /** Whether this key's owner signed the message. */
    public boolean verifies(Primitives primitives, byte[] message, Ed25519Signature signature) {
        return primitives.verify(bytes(), message, signature.bytes());
    }
}
