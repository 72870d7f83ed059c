package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.jvm.JcaPrimitives;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ratchet states and the wraparounds that libolm publishes in its test_megolm.cpp. */
class MegolmRatchetTest {

    private static final byte[] SEED = "0123456789ABCDEF".repeat(8).getBytes(StandardCharsets.US_ASCII);
    private static final String SEED_PART = "30313233343536373839414243444546".repeat(2);

    private final JcaPrimitives primitives = new JcaPrimitives();

    private MegolmRatchet at(long index) {
        return new MegolmRatchet(SEED, index);
    }

    @Test
    void oneStepChangesTheLastPartOnly() {
        String last = "ba9cd955741d1c162323ec825e7c5ce889bbb423a18f23828fb2090d6e2af86a";
        assertState(1, SEED_PART.repeat(3) + last, at(0).next(primitives));
        assertState(1, SEED_PART.repeat(3) + last, at(0).advanceTo(primitives, 1));
    }

    @Test
    void jumpsReachThePublishedStates() {
        MegolmRatchet second = at(0).advanceTo(primitives, 1).advanceTo(primitives, 0x1000000);
        assertState(
                0x1000000,
                "54022d7dc0298e1637e21c97153092f933c056ff74fe1b922d971f2482c2859c"
                        + "7004c01ee49bd6efe0073525af9b1632c5be726d12349cc5bd472bdc2df6540f"
                        + "3112591194fda617e568c683101eaecd7eddd6de1fbc0767ae34da1a09a54eab"
                        + "ba9cd955741d1c162323ec825e7c5ce889bbb423a18f23828fb2090d6e2af86a",
                second);
        assertState(
                0x1041506,
                "54022d7dc0298e1637e21c97153092f933c056ff74fe1b922d971f2482c2859c"
                        + "55588df5b7a48878428927868164589f3663447b51edc3595b036ca604c46dcd"
                        + "5c54850bfa98a1fd79a9df1cbe8fc5681937d30c85c8c31f7bb828816cf9ff3b"
                        + "956cbf807e65126a49558d45c84a2e4cd56f03e24416b98e1cfd97c206aa907a",
                second.advanceTo(primitives, 0x1041506));
    }

    @Test
    void aLongWayRoundTheEndIsTheSameWay() {
        assertArrayEquals(
                at(0).advanceTo(primitives, 0x2000000).data(),
                at(0xffffffffL).advanceTo(primitives, 0x1000000).data());
    }

    @Test
    void oneStepRoundTheEnd() {
        assertArrayEquals(
                at(0xffffffffL).advanceTo(primitives, 0).data(),
                at(0xffffffffL).next(primitives).data());
    }

    @Test
    void roundTheEndWithAndWithoutARest() {
        assertArrayEquals(
                at(1).advanceTo(primitives, 0x80000000L).advanceTo(primitives, 0).data(),
                at(1).advanceTo(primitives, 0).data());
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

    private static void assertState(long index, String hex, MegolmRatchet ratchet) {
        assertEquals(index, ratchet.index());
        assertEquals(hex, HexFormat.of().formatHex(ratchet.data()));
    }
}
