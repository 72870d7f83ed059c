package chat.pando.conformance;

import chat.pando.host.Digest;
import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What every {@link Primitives} promises of SHA-256 that is fed piece by piece. */
public final class DigestConformance implements Conformance {

    private final Primitives primitives;

    public DigestConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("the hash of nothing", this::nothing),
                new Case("a published hash of many pieces", this::published),
                new Case("pieces of every size hash like the whole", this::pieces),
                new Case("two at once do not mix", this::twoAtOnce),
                new Case("pieces may change once they were given", this::noAliases));
    }

    private void nothing() {
        Check.equal(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Hex.of(primitives.newSha256().finish()));
    }

    /** FIPS 180-4's example of a million letters. */
    private void published() {
        Digest digest = primitives.newSha256();
        byte[] piece = "a".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1_000; i++) {
            digest.update(piece);
        }
        Check.equal("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", Hex.of(digest.finish()));
    }

    private void pieces() {
        byte[] whole = new byte[1_000];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (byte) (i * 31 >> 3);
        }
        for (int size : new int[] {1, 3, 4, 55, 63, 64, 65, 119, 128, 999, 1_000}) {
            Digest digest = primitives.newSha256();
            digest.update(new byte[0]);
            for (int from = 0; from < whole.length; from += size) {
                digest.update(Arrays.copyOfRange(whole, from, Math.min(from + size, whole.length)));
            }
            Check.equal(primitives.sha256(whole), digest.finish());
        }
    }

    private void twoAtOnce() {
        Digest one = primitives.newSha256();
        Digest other = primitives.newSha256();
        for (int i = 0; i < 100; i++) {
            one.update(new byte[] {1});
            other.update(new byte[] {2});
        }
        byte[] ones = new byte[100];
        Arrays.fill(ones, (byte) 1);
        Check.equal(primitives.sha256(ones), one.finish());
        byte[] twos = new byte[100];
        Arrays.fill(twos, (byte) 2);
        Check.equal(primitives.sha256(twos), other.finish());
    }

    private void noAliases() {
        byte[] piece = {1, 2, 3};
        Digest digest = primitives.newSha256();
        digest.update(piece);
        Arrays.fill(piece, (byte) 0);
        digest.update(piece);
        Check.equal(primitives.sha256(new byte[] {1, 2, 3, 0, 0, 0}), digest.finish());
    }
}
