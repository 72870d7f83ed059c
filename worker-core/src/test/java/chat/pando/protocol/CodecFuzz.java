package chat.pando.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.crypto.Fuzzing;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any JSON between a tab and a core is a message or is refused; what was read, comes back as the same. */
class CodecFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void decode(byte[] input) {
        Fuzzing.json(input).ifPresent(json -> {
            toCore(json);
            fromCore(json);
        });
    }

    private static void toCore(JsonObject json) {
        ToCore message;
        try {
            message = ToCoreCodec.decode(json);
        } catch (JsonShapeException refused) {
            return;
        }
        assertEquals(message, ToCoreCodec.decode(ToCoreCodec.encode(message)));
    }

    private static void fromCore(JsonObject json) {
        FromCore message;
        try {
            message = FromCoreCodec.decode(json);
        } catch (JsonShapeException refused) {
            return;
        }
        assertEquals(message, FromCoreCodec.decode(FromCoreCodec.encode(message)));
    }
}
