package chat.pando.crypto.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.crypto.Fuzzing;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any JSON is an attachment's key or is refused; what was read, is written and read as the same again. */
class AttachmentKeyFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void read(byte[] input) {
        Fuzzing.json(input)
                .flatMap(json -> Fuzzing.readOrRefused(() -> AttachmentKey.read(json)))
                .ifPresent(key -> assertEquals(
                        key.toJson().text(),
                        Fuzzing.expected(() -> AttachmentKey.read(key.toJson())).toJson().text()));
    }
}
