package chat.pando.crypto.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.crypto.Fuzzing;
import chat.pando.json.JsonObject;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any JSON that a server sends is a cross-signing key or is refused; whether it signed itself can always be said. */
class CrossSigningFuzz {

    private static final Fuzzing WORLD = new Fuzzing();
    private static final String USER = "@alice:example.org";

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void read(byte[] input) {
        Fuzzing.json(input).ifPresent(json -> {
            for (KeyUsage usage : KeyUsage.values()) {
                read(usage, json);
            }
        });
    }

    private static void read(KeyUsage usage, JsonObject json) {
        Fuzzing.readOrRefused(() -> CrossSigningKey.read(usage, USER, json)).ifPresent(key -> {
            assertEquals(USER, key.userId());
            key.signed(WORLD.primitives, json);
        });
    }
}
