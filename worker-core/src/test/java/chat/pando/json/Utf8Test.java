package chat.pando.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The core's UTF-8 is the JDK's, also of what is no text. */
class Utf8Test {

    @Test
    void everyLetter() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = Character.toString(point);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(bytes, Utf8.encode(text));
            assertEquals(bytes.length, Utf8.length(text));
            assertEquals(new String(bytes, StandardCharsets.UTF_8), Utf8.decode(bytes));
        }
    }

    @Test
    void randomCharactersAndHalvesOfThem() {
        Random random = new Random(8);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append((char) (random.nextBoolean() ? 0xd700 + random.nextInt(0xa00) : random.nextInt(0x900)));
            }
            assertArrayEquals(text.toString().getBytes(StandardCharsets.UTF_8), Utf8.encode(text.toString()));
        }
    }

    @Test
    void surrogatesAreNoText() {
        byte[] half = {(byte) 0xed, (byte) 0xa0, (byte) 0xbc};
        assertEquals("\ufffd\ufffd\ufffd", Utf8.decode(half));
    }

    @Test
    void randomBytes() {
        Random random = new Random(9);
        int[] edges = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xec, 0xee, 0xef,
             0xf0, 0xf3, 0xf4, 0xf5, 0xff};
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[random.nextInt(8)];
            for (int i = 0; i < bytes.length; i++) {
                int any = random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextInt(256);
                // The JDK has one replacement for the three bytes of a surrogate, browsers have three.
                bytes[i] = (byte) (any == 0xed ? 0xee : any);
            }
            assertEquals(new String(bytes, StandardCharsets.UTF_8), Utf8.decode(bytes));
        }
    }
}
