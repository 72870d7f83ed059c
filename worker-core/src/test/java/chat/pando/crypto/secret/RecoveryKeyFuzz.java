package chat.pando.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.crypto.Fuzzing;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text is a recovery key or is refused, and each key has one text; any bytes come back from base58. */
class RecoveryKeyFuzz {

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Fuzzing.readOrRefused(() -> RecoveryKey.read(text))
                .ifPresent(key -> assertEquals(letters(text), letters(RecoveryKey.write(key))));
        if (input.length <= 64) {
            assertArrayEquals(input, Fuzzing.expected(() -> Base58.decode(Base58.encode(input))));
        }
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(c -> c > ' ' && c != 0xa0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
