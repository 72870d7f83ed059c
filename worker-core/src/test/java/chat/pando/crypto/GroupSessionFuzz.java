package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.host.KeyHandle;
import chat.pando.json.JsonObject;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Any stored JSON is a Megolm session, ours or another's, or is refused; what was read is stored as the same again. */
class GroupSessionFuzz {

    private static final Fuzzing WORLD = new Fuzzing();
    private static final List<KeyHandle> HANDLES = List.of(WORLD.primitives.newSigningKey());

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void fromJson(byte[] input) {
        Fuzzing.json(input).ifPresent(GroupSessionFuzz::read);
    }

    private static void read(JsonObject json) {
        Fuzzing.readOrRefused(() -> InboundGroupSession.fromJson(json)).ifPresent(session -> assertEquals(
                session.toJson().text(),
                Fuzzing.expected(() -> InboundGroupSession.fromJson(session.toJson())).toJson().text()));
        Fuzzing.readOrRefused(() -> OutboundGroupSession.fromJson(json, HANDLES)).ifPresent(session -> assertEquals(
                session.toJson().text(),
                Fuzzing.expected(() -> OutboundGroupSession.fromJson(session.toJson(), HANDLES)).toJson().text()));
    }
}
