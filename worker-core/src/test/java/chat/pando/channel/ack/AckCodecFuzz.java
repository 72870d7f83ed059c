package chat.pando.channel.ack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.crypto.Fuzzing;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;

/** Any bytes are acknowledgements or are refused; what was read, is written and read as the same again. */
class AckCodecFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void decode(byte[] input) throws MalformedSds {
        Map<Participant, Ranges> acks;
        try {
            acks = AckCodec.decode(Blob.of(input));
        } catch (MalformedSds refused) {
            assertFalse(refused.getMessage().isBlank(), "a refusal without a reason");
            return;
        }
        assertEquals(acks, AckCodec.decode(AckCodec.encode(acks)));
    }
}
