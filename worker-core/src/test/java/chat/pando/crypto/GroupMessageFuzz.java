package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a Megolm message or are refused. */
class GroupMessageFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void parse(byte[] input) {
        String body = UnpaddedBase64.encode(input);
        Fuzzing.readOrRefused(() -> GroupMessage.parse(body)).ifPresent(message -> {
            assertTrue(message.index() >= 0 && message.index() <= MegolmRatchet.LAST_INDEX);
            assertEquals(input.length, message.signed().message().length + message.signed().signature().length);
        });
    }
}
