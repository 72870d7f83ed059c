package chat.pando.channel.sds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.Fuzzing;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a message of SDS or are refused; what was read, is written and read as the same again. */
class SdsCodecFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void decode(byte[] input) throws MalformedSds {
        SdsMessage message;
        try {
            message = SdsCodec.decode(input);
        } catch (MalformedSds refused) {
            assertFalse(refused.getMessage().isBlank(), "a refusal without a reason");
            return;
        }
        byte[] written = SdsCodec.encode(message);
        assertTrue(written.length <= input.length, "what is passed over takes no less");
        assertEquals(message, SdsCodec.decode(written));
    }
}
