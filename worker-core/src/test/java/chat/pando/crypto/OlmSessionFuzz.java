package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.host.KeyHandle;
import chat.pando.json.JsonObject;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Any stored JSON is an Olm session or is refused; what was read is stored as the same again. */
class OlmSessionFuzz {

    private static final Fuzzing WORLD = new Fuzzing();
    private static final List<KeyHandle> HANDLES = List.of(WORLD.primitives.newAgreementKey());

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void fromJson(byte[] input) {
        Fuzzing.json(input)
                .flatMap(json -> Fuzzing.readOrRefused(() -> OlmSession.fromJson(json, HANDLES)))
                .ifPresent(OlmSessionFuzz::check);
    }

    private static void check(OlmSession session) {
        JsonObject stored = session.toJson();
        OlmSession again = Fuzzing.expected(() -> OlmSession.fromJson(stored, HANDLES));
        assertEquals(stored.text(), again.toJson().text());
    }
}
