package chat.pando.channel.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonString;
import chat.pando.json.Utf8;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts fit, are the text when joined, and are as few as they can be. */
class SplitterTest {

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 16, 100, 1000})
    void partsFitAndAreTheTextWhenJoined(int limit) {
        for (int seed = 0; seed < 200; seed++) {
            String text = Texts.invented(seed, seed * 3);
            List<String> parts = new Splitter(limit).split(text);
            assertEquals(text, String.join("", parts), "seed " + seed);
            for (String part : parts) {
                assertTrue(sizeAsJson(part) <= limit, "seed " + seed);
                assertFalse(part.isEmpty());
            }
        }
    }

    @Test
    void noCharacterIsTornApart() {
        for (int seed = 0; seed < 200; seed++) {
            List<String> parts = new Splitter(11).split(Texts.invented(seed, 100));
            for (int i = 1; i < parts.size(); i++) {
                String before = parts.get(i - 1);
                boolean torn = Character.isHighSurrogate(before.charAt(before.length() - 1))
                        && Character.isLowSurrogate(parts.get(i).charAt(0));
                assertFalse(torn, "seed " + seed);
            }
        }
    }

    /** Or a text that has no place to cut well would take a part more for nothing. */
    @Test
    void aPartIsLeftEarlyOnlyToEndWell() {
        assertEquals(List.of("x".repeat(160), "x".repeat(160), "x"), new Splitter(160).split("x".repeat(321)));
        String early = "line\n" + "x".repeat(300);
        assertEquals(159, new Splitter(160).split(early).get(0).length(), "the line break takes two");
    }

    @Test
    void linesComeBeforeWords() {
        String text = "x".repeat(152) + "\nyy zz" + "x".repeat(100);
        assertEquals("x".repeat(152) + "\n", new Splitter(160).split(text).get(0));
        String words = "x".repeat(152) + " yy zz" + "x".repeat(100);
        assertEquals("x".repeat(152) + " yy ", new Splitter(160).split(words).get(0));
    }

    @Test
    void everyCharacterIsCountedAsItIsWritten() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x3000 ? 1 : 251) {
            assertEquals(sizeAsJson(Character.toString(point)), Splitter.size(point), "U+" + Integer.toHexString(point));
        }
    }

    @Test
    void aLimitThatACharacterMayNotFitIntoIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Splitter(5));
    }

    private static int sizeAsJson(String text) {
        return Utf8.length(new JsonString(text).text()) - 2;
    }
}
