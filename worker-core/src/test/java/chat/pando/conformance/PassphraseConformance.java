package chat.pando.conformance;

import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What every {@link Primitives} promises of PBKDF2 with HMAC-SHA-512. */
public final class PassphraseConformance implements Conformance {

    private final Primitives primitives;

    public PassphraseConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("published keys", this::published),
                new Case("a passphrase counts in UTF-8", this::unicode),
                new Case("an empty passphrase has a key as well", this::empty),
                new Case("a longer key begins as a shorter one", this::lengths),
                new Case("inputs stay as they were", this::noAliases));
    }

    private void published() {
        Check.equal(
                "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252"
                        + "c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce",
                derived("password", "salt", 1, 64));
        Check.equal(
                "d197b1b33db0143e018b12f3d1d1479e6cdebdcc97c5c0f87f6902e072f457b5"
                        + "143f30602641b3d55cd335988cb36b84376060ecd532e039b742a239434af2d5",
                derived("password", "salt", 4_096, 64));
    }

    private void unicode() {
        Check.equal(
                "8c2a7f0d6cca234d6701051f306093f42e1a5436510913e95a36eeaf8fdf344a"
                        + "0c8f8eff91fa016529e216d4f0d74b33c75990b020a0200608d4079fbd07ab4a"
                        + "b06b971a6e7759a8fd8ffa546103daba342cf33b4ed3d825b37a4d4a3387982b"
                        + "c7bc0814",
                Hex.of(primitives.pbkdf2Sha512(
                        "p\u00e4ssw\u00f6rd \ud83d\udd11".toCharArray(), Hex.bytes("0073616c74ff"), 1_000, 100)));
    }

    private void empty() {
        Check.equal(
                "00ef42cdbfc98d29db20976608e455567fdddf141f6eb03b5a85addd25974f5d", derived("", "salt", 1, 32));
    }

    private void lengths() {
        String longest = derived("passphrase", "salt", 3, 130);
        for (int length : new int[] {1, 32, 63, 64, 65, 128}) {
            Check.equal(longest.substring(0, 2 * length), derived("passphrase", "salt", 3, length));
        }
    }

    private void noAliases() {
        char[] passphrase = "passphrase".toCharArray();
        byte[] salt = {1, 2, 3};
        primitives.pbkdf2Sha512(passphrase, salt, 1, 32);
        Check.equal("passphrase", new String(passphrase));
        Check.that(Arrays.equals(new byte[] {1, 2, 3}, salt), "the same salt");
    }

    private String derived(String passphrase, String salt, int rounds, int length) {
        byte[] bytes = salt.getBytes(StandardCharsets.UTF_8);
        return Hex.of(primitives.pbkdf2Sha512(passphrase.toCharArray(), bytes, rounds, length));
    }
}
