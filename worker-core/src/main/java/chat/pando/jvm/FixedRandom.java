package chat.pando.jvm;

import java.security.SecureRandom;

/**
 * A source that gives a private key's own bytes to the generator of key pairs, which keeps them as they are: so the JDK
 * computes the public half, for which it has no other call.
 */
final class FixedRandom extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient byte[] privateKey;

    FixedRandom(byte[] privateKey) {
        if (privateKey.length != 32) {
            throw new IllegalArgumentException("a private key has 32 bytes");
        }
        this.privateKey = privateKey;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        if (bytes.length != privateKey.length) {
            throw new IllegalStateException("a key pair of another length");
        }
        System.arraycopy(privateKey, 0, bytes, 0, bytes.length);
    }
}
