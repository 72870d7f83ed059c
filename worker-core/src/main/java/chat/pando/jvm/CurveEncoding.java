package chat.pando.jvm;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** The SubjectPublicKeyInfo around a raw 32-byte key (RFC 8410): a constant prefix for each of the two curves. */
enum CurveEncoding {
    X25519(0x6e),
    ED25519(0x70);

    private static final int RAW_LENGTH = 32;

    private final byte[] prefix;

    CurveEncoding(int lastOidByte) {
        prefix = new byte[] {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, (byte) lastOidByte, 0x03, 0x21, 0x00};
    }

    byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, prefix.length, encoded.length);
    }

    /** @throws GeneralSecurityException where these bytes are no key of this curve */
    PublicKey key(byte[] raw) throws GeneralSecurityException {
        if (raw.length != RAW_LENGTH) {
            throw new GeneralSecurityException("a public key has 32 bytes");
        }
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + RAW_LENGTH);
        System.arraycopy(raw, 0, encoded, prefix.length, RAW_LENGTH);
        return KeyFactory.getInstance(name()).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
