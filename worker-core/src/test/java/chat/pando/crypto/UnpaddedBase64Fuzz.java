package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.host.CryptoException;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** No text makes the base64 decoder fall over, and each sequence of bytes has but one text, save for its padding. */
class UnpaddedBase64Fuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void decode(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        byte[] bytes;
        try {
            bytes = UnpaddedBase64.decode(text);
        } catch (CryptoException refused) {
            return;
        }
        assertEquals(text.replace("=", ""), UnpaddedBase64.encode(bytes));
    }
}
