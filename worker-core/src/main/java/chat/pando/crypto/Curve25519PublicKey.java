package chat.pando.crypto;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;

/** The public half of a Curve25519 key pair (RFC 7748): an identity, one-time, base or ratchet key. */
public final class Curve25519PublicKey extends FixedBytes {

    public static final int LENGTH = 32;

    public Curve25519PublicKey(byte[] bytes) throws CryptoException {
        super(bytes, LENGTH);
    }

    /** @throws CryptoException where the text is not base64 of 32 bytes */
    public static Curve25519PublicKey fromBase64(String base64) throws CryptoException {
        return new Curve25519PublicKey(UnpaddedBase64.decode(base64));
    }

    /** The public half of one of our own key pairs. */
    public static Curve25519PublicKey of(AgreementKey key) {
        try {
            return new Curve25519PublicKey(key.publicKey());
        } catch (CryptoException impossible) {
            throw new IllegalStateException(
                    "a platform's agreement key has a public half of another length", impossible);
        }
    }
}
