package chat.pando.crypto.signing;

import chat.pando.host.Bytes;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;

/**
 * The private half of a cross-signing key as it travels: 32 bytes from which the pair follows (RFC 8032, section
 * 5.1.5). It is needed only until it lies in secret storage; what signs is the opaque key.
 */
public final class SigningSeed {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private SigningSeed(byte[] bytes) {
        this.bytes = bytes;
    }

    public static SigningSeed random(Entropy entropy) {
        return new SigningSeed(entropy.bytes(LENGTH));
    }

    /** @throws CryptoException where the text is not base64 of 32 bytes */
    public static SigningSeed fromBase64(String secret) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(secret);
        if (bytes.length != LENGTH) {
            throw new CryptoException("a signing key of a wrong length");
        }
        return new SigningSeed(bytes);
    }

    /** As secret storage and {@code m.secret.send} hold it. */
    public String base64() {
        return UnpaddedBase64.encode(bytes);
    }

    public SigningKey pair(Primitives primitives) {
        return primitives.signingKey(bytes);
    }

    /** Forgets the seed, once it is stored and its pair made. */
    public void wipe() {
        Bytes.wipe(bytes);
    }

    @Override
    public String toString() {
        return "SigningSeed";
    }
}
