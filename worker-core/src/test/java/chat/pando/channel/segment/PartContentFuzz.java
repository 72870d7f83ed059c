package chat.pando.channel.segment;

import chat.pando.crypto.Fuzzing;
import chat.pando.json.JsonObject;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any content that somebody sends is a part that can be kept, and says the same when it is written, or is none. */
class PartContentFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void read(byte[] input) {
        Fuzzing.json(input).ifPresent(PartContentFuzz::readOrPassOver);
    }

    private static void readOrPassOver(JsonObject content) {
        PartContent.read(content).ifPresent(part -> {
            boolean same = PartContent.read(PartContent.of(part)).filter(part::equals).isPresent();
            if (!same || !Received.nothingOf(part.transfer()).with(part).has(part.index())) {
                throw new AssertionError("a part that can't be kept");
            }
        });
    }
}
