package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.NanoJson;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The world of one fuzz test: its keys are the same each time, so that an input does again what it did once.
 *
 * <p>Plain test runs give each target its seeds, which lie beside the tests' resources under {@code <class>Inputs};
 * with the profile {@code fuzz} Jazzer looks for more, for a minute each.
 */
public final class Fuzzing {

    public static final String DURATION = "60s";

    private static final NanoJson JSON = new NanoJson();

    public final JcaPrimitives primitives = new JcaPrimitives(seeded());
    final Olm olm = new Olm(primitives);
    final Megolm megolm = new Megolm(primitives, Fuzzing::counted);

    /** What reads foreign input, and refuses it in one way only. */
    public interface Reading<T> {

        T read() throws CryptoException;
    }

    /** What was read, or empty where it was refused as it should be; anything else is a finding. */
    public static <T> Optional<T> readOrRefused(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (CryptoException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("a refusal without a reason", refused);
            }
            return Optional.empty();
        }
    }

    public static <T> T expected(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CryptoException refused) {
            throw new AssertionError(refused);
        }
    }

    /** The JSON object that the bytes are, where they are one. */
    public static Optional<JsonObject> json(byte[] input) {
        try {
            return object(new String(input, StandardCharsets.UTF_8));
        } catch (JsonSyntaxException noJson) {
            return Optional.empty();
        }
    }

    private static byte[] counted(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static Optional<JsonObject> object(String text) throws JsonSyntaxException {
        return JSON.parse(text) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    private static SecureRandom seeded() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(20_261_121);
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
