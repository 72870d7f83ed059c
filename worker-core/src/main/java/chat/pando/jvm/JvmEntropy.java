package chat.pando.jvm;

import chat.pando.host.Entropy;
import java.security.SecureRandom;

/** The JVM's secure random source. */
public final class JvmEntropy implements Entropy {

    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
