package chat.pando.jvm;

import chat.pando.host.Digest;
import java.security.MessageDigest;

/** A hash of the Java Cryptography Architecture. */
record JcaDigest(MessageDigest digest) implements Digest {

    @Override
    public void update(byte[] bytes) {
        digest.update(bytes);
    }

    @Override
    public byte[] finish() {
        return digest.digest();
    }

    @Override
    public String toString() {
        return "JcaDigest";
    }
}
