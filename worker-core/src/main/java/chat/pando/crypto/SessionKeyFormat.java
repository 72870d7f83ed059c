package chat.pando.crypto;

import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import java.util.Arrays;

/**
 * The binary form of a Megolm ratchet for others: version, index, ratchet, public signing key; where the session shares
 * itself, its signature follows (Megolm specification, "Session-sharing format", "Session export format").
 */
enum SessionKeyFormat {
    SHARED(2, Ed25519Signature.LENGTH),
    EXPORTED(1, 0);

    private static final int INDEX_AT = 1;
    private static final int RATCHET_AT = INDEX_AT + 4;
    private static final int SIGNING_KEY_AT = RATCHET_AT + MegolmRatchet.LENGTH;
    private static final int SIGNATURE_AT = SIGNING_KEY_AT + Ed25519PublicKey.LENGTH;

    private final int version;
    private final int length;

    SessionKeyFormat(int version, int signatureLength) {
        this.version = version;
        this.length = SIGNATURE_AT + signatureLength;
    }

    /** All but the signature. */
    byte[] encode(MegolmRatchet ratchet, Ed25519PublicKey signingKey) {
        byte[] header = {
            (byte) version,
            (byte) (ratchet.index() >> 24),
            (byte) (ratchet.index() >> 16),
            (byte) (ratchet.index() >> 8),
            (byte) ratchet.index()
        };
        return Bytes.concat(header, ratchet.data(), signingKey.own());
    }

    byte[] decodeBase64(String base64) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(base64);
        if (bytes.length != length) {
            throw new CryptoException("a Megolm session key of a wrong length");
        }
        if (bytes[0] != version) {
            throw new CryptoException("a Megolm session key of an unknown version");
        }
        return bytes;
    }

    static MegolmRatchet ratchet(byte[] bytes) {
        long index = 0;
        for (int i = INDEX_AT; i < RATCHET_AT; i++) {
            index = index << 8 | bytes[i] & 0xff;
        }
        return new MegolmRatchet(Arrays.copyOfRange(bytes, RATCHET_AT, SIGNING_KEY_AT), index);
    }

    static Ed25519PublicKey signingKey(byte[] bytes) throws CryptoException {
        return new Ed25519PublicKey(Arrays.copyOfRange(bytes, SIGNING_KEY_AT, SIGNATURE_AT));
    }

    static byte[] signedPart(byte[] bytes) {
        return Arrays.copyOf(bytes, SIGNATURE_AT);
    }

    static Ed25519Signature signature(byte[] bytes) throws CryptoException {
        return new Ed25519Signature(Arrays.copyOfRange(bytes, SIGNATURE_AT, bytes.length));
    }
}
