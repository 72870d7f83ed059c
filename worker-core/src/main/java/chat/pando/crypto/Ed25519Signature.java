package chat.pando.crypto;

import chat.pando.host.CryptoException;

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
}
