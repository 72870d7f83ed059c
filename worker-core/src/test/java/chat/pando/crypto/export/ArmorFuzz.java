package chat.pando.crypto.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text holds exported keys or is refused; what was found comes back from a file of our own. */
class ArmorFuzz {

    @FuzzTest(maxDuration = "60s")
    void unwrap(byte[] input) throws KeyExportException {
        byte[] found;
        try {
            found = Armor.unwrap(new String(input, StandardCharsets.UTF_8));
        } catch (KeyExportException refused) {
            return;
        }
        assertArrayEquals(found, Armor.unwrap(Armor.wrap(found)));
    }
}
