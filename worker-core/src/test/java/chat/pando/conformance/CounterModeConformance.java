package chat.pando.conformance;

import chat.pando.host.Primitives;
import java.util.Arrays;
import java.util.List;

/** What every {@link Primitives} promises of AES-256-CTR. */
public final class CounterModeConformance implements Conformance {

    /** NIST SP 800-38A, section F.5.5. */
    private static final byte[] KEY = Hex.bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    private static final byte[] COUNTER = Hex.range(0xf0, 0x100);
    private static final byte[] PLAINTEXT =
            Hex.bytes("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                    + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
    private static final byte[] CIPHERTEXT =
            Hex.bytes("601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5"
                    + "2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6");

    private final Primitives primitives;

    public CounterModeConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("the published ciphertext, both ways", this::published),
                new Case("every length comes back", this::lengths),
                new Case("all 128 bits of the counter count", this::counter),
                new Case("inputs stay as they were", this::noAliases),
                new Case("a key of another length is the caller's fault", this::wrongKey));
    }

    private void published() {
        Check.equal(CIPHERTEXT, primitives.aesCtr(KEY, COUNTER, PLAINTEXT));
        Check.equal(PLAINTEXT, primitives.aesCtr(KEY, COUNTER, CIPHERTEXT));
    }

    private void lengths() {
        for (int length : new int[] {0, 1, 15, 16, 17, 63, 1_000, 1_000_003}) {
            byte[] data = new byte[length];
            Arrays.fill(data, (byte) 7);
            byte[] encrypted = primitives.aesCtr(KEY, COUNTER, data);
            Check.equal(length, encrypted.length);
            Check.equal(data, primitives.aesCtr(KEY, COUNTER, encrypted));
        }
    }

    /** The keystream goes on where a smaller counter would begin again. */
    private void counter() {
        for (int ones : new int[] {4, 8, 15, 16}) {
            byte[] last = new byte[16];
            Arrays.fill(last, 16 - ones, 16, (byte) 0xff);
            byte[] next = new byte[16];
            if (ones < 16) {
                next[15 - ones] = 1;
            }
            byte[] both = primitives.aesCtr(KEY, last, new byte[32]);
            Check.equal(primitives.aesCtr(KEY, next, new byte[16]), Arrays.copyOfRange(both, 16, 32));
        }
    }

    private void noAliases() {
        byte[] key = KEY.clone();
        byte[] counter = COUNTER.clone();
        byte[] data = PLAINTEXT.clone();
        Arrays.fill(primitives.aesCtr(key, counter, data), (byte) 0);
        Check.equal(KEY, key);
        Check.equal(COUNTER, counter);
        Check.equal(PLAINTEXT, data);
    }

    private void wrongKey() {
        for (int length : new int[] {0, 16, 24, 31, 33}) {
            Check.throwsA(
                    IllegalArgumentException.class, () -> primitives.aesCtr(new byte[length], COUNTER, PLAINTEXT));
        }
    }
}
