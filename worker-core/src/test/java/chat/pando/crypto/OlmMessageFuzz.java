package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are an Olm message or are refused; what was read, is written and read as the same again. */
class OlmMessageFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void parse(byte[] input) {
        String body = UnpaddedBase64.encode(input);
        for (int type = PreKeyMessage.TYPE; type <= RatchetMessage.TYPE; type++) {
            int ofType = type;
            Fuzzing.readOrRefused(() -> OlmMessage.parse(ofType, body)).ifPresent(OlmMessageFuzz::check);
        }
    }

    private static void check(OlmMessage message) {
        OlmMessage again = Fuzzing.expected(() -> OlmMessage.parse(message.type(), message.body()));
        assertArrayEquals(message.bytes(), again.bytes());
        assertArrayEquals(message.ratchetMessage().bytes(), again.ratchetMessage().bytes());
        assertEquals(message.ratchetMessage().chainIndex(), again.ratchetMessage().chainIndex());
    }
}
