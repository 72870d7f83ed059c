package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a shared or exported Megolm session or are refused; what was imported is exported as it came. */
class SessionKeyFuzz {

    private static final Fuzzing WORLD = new Fuzzing();

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void read(byte[] input) {
        String key = UnpaddedBase64.encode(input);
        Fuzzing.readOrRefused(() -> WORLD.megolm.inbound(key));
        Fuzzing.readOrRefused(() -> WORLD.megolm.imported(key)).ifPresent(session -> assertEquals(
                key, Fuzzing.expected(() -> WORLD.megolm.exportAt(session, session.firstKnownIndex()))));
    }
}
