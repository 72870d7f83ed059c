package chat.pando.matrix;

import chat.pando.crypto.Fuzzing;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any JSON that a server answers is a sync response, whatever is malformed in it left out, or is refused. */
class SyncResponseFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void parse(byte[] input) {
        Fuzzing.json(input).ifPresent(SyncResponseFuzz::readOrRefuse);
    }

    private static void readOrRefuse(JsonObject json) {
        try {
            SyncResponse.parse(json);
        } catch (JsonShapeException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("a refusal without a reason", refused);
            }
        }
    }
}
