package chat.pando.crypto.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import chat.pando.crypto.Fuzzing;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes that a camera reads are a verification's code or are refused; what was read, is written as it was. */
class QrPayloadFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void decode(byte[] input) {
        Fuzzing.readOrRefused(() -> QrPayload.decode(input))
                .ifPresent(payload -> assertArrayEquals(input, payload.encode()));
    }
}
