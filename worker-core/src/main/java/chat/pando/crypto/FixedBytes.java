package chat.pando.crypto;

import chat.pando.host.CryptoException;
import java.util.Arrays;

/**
 * A public value of a fixed number of bytes: immutable, equal by content, silent when printed (sizes by RFC 7748 and
 * RFC 8032; written as in the spec's appendix "Unpadded Base64").
 */
abstract sealed class FixedBytes permits Curve25519PublicKey, Ed25519PublicKey, Ed25519Signature {

    private final byte[] bytes;

    FixedBytes(byte[] bytes, int length) throws CryptoException {
        if (bytes.length != length) {
            throw new CryptoException(getClass().getSimpleName() + " should have " + length + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public final byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for those in this package who read them and let nobody change them. */
    final byte[] own() {
        return bytes;
    }

    /** The form that Matrix writes: unpadded base64. */
    public final String base64() {
        return UnpaddedBase64.encode(bytes);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof FixedBytes that && getClass() == that.getClass() && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName(); // whose key it is, is nobody's business in a log
    }
}
