package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import chat.pando.jvm.JcaPrimitives;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ways that lead to a state of the ratchet; the published states are in {@link MegolmVectors}. */
class MegolmRatchetTest {

    private static final byte[] SEED = "0123456789ABCDEF".repeat(8).getBytes(StandardCharsets.US_ASCII);

    private final JcaPrimitives primitives = new JcaPrimitives();

    private MegolmRatchet at(long index) {
        return new MegolmRatchet(SEED, index);
    }

    @Test
    void anyWayToAnIndexEndsInTheSameState() {
        Random random = new Random(20_261_121);
        for (int round = 0; round < 50; round++) {
            long middle = random.nextInt(Integer.MAX_VALUE);
            long target = middle + random.nextInt(Integer.MAX_VALUE);
            assertArrayEquals(
                    at(0).advanceTo(primitives, target).data(),
                    at(0).advanceTo(primitives, middle).advanceTo(primitives, target).data());
        }
        MegolmRatchet stepped = at(0);
        for (int i = 0; i < 1000; i++) {
            stepped = stepped.next(primitives);
        }
        assertArrayEquals(at(0).advanceTo(primitives, 1000).data(), stepped.data());
    }
}
