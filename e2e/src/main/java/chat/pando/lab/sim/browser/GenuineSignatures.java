package chat.pando.lab.sim.browser;

import chat.pando.host.Primitives;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * The signatures that were made or found genuine in a world: each is verified by every device, which would cost half
 * of a walk's time.
 */
public final class GenuineSignatures {

    private final Set<Signed> genuine = new HashSet<>();

    /** Who has signed what, and how. */
    private record Signed(ByteBuffer key, ByteBuffer message, ByteBuffer signature) {

        static Signed of(byte[] key, byte[] message, byte[] signature) {
            return new Signed(copy(key), copy(message), copy(signature));
        }

        private static ByteBuffer copy(byte[] bytes) {
            return ByteBuffer.wrap(bytes.clone());
        }
    }

    void made(byte[] key, byte[] message, byte[] signature) {
        genuine.add(Signed.of(key, message, signature));
    }

    boolean verify(Primitives primitives, byte[] key, byte[] message, byte[] signature) {
        Signed signed = Signed.of(key, message, signature);
        if (genuine.contains(signed)) {
            return true;
        }
        boolean verified = primitives.verify(key, message, signature);
        if (verified) {
            genuine.add(signed);
        }
        return verified;
    }
}
