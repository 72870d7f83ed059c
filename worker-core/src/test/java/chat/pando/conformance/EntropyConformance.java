package chat.pando.conformance;

import chat.pando.host.Entropy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every {@link Entropy} promises, as far as a test can see it. */
public final class EntropyConformance implements Conformance {

    private final Entropy entropy;

    public EntropyConformance(Entropy entropy) {
        this.entropy = entropy;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("as many bytes as were asked for", this::lengths),
                new Case("more at once than a browser's call gives", this::many),
                new Case("every value of a byte occurs", this::values),
                new Case("never the same twice", this::different));
    }

    private void lengths() {
        for (int length : new int[] {0, 1, 12, 32, 65_536, 65_537}) {
            Check.equal(length, entropy.bytes(length).length);
        }
    }

    private void many() {
        byte[] bytes = entropy.bytes(200_000);
        for (int part = 0; part < 4; part++) {
            byte[] quarter = Arrays.copyOfRange(bytes, part * 50_000, (part + 1) * 50_000);
            Check.that(distinct(quarter) == 256, "random bytes in every part");
        }
    }

    private void values() {
        Check.equal(256, distinct(entropy.bytes(10_000)));
    }

    private void different() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Check.that(seen.add(Arrays.toString(entropy.bytes(16))), "16 bytes that were not there before");
        }
    }

    private static int distinct(byte[] bytes) {
        Set<Byte> values = new HashSet<>();
        for (byte b : bytes) {
            values.add(b);
        }
        return values.size();
    }
}
