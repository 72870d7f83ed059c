package chat.pando.tab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.TimelineItem.Content.LongText.Standing;
import chat.pando.protocol.TimelineItem.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongTextTest {

    @Test
    void blocksAreTheTextAndEndWithTheirLines() {
        String text = "a line of it\n".repeat(10_000);
        List<String> blocks = LongText.blocks(text);
        assertEquals(text, String.join("", blocks));
        assertTrue(blocks.size() > 10);
        blocks.forEach(block -> assertTrue(block.endsWith("\n")));
    }

    @Test
    void aLineWithoutEndIsCutButNoCharacterIs() {
        String text = "x" + "🌳".repeat(100_000);
        List<String> blocks = LongText.blocks(text);
        assertEquals(text, String.join("", blocks));
        blocks.forEach(block -> assertTrue(block.length() <= 32_000));
        blocks.forEach(block -> assertTrue(!Character.isLowSurrogate(block.charAt(0))));
    }

    @Test
    void wordsSayHowItStands() {
        assertEquals("2 of 5 parts sent", LongText.words(text(Standing.WHOLE), State.SENDING));
        assertEquals("4.1 MB", LongText.words(text(Standing.WHOLE), State.SENT));
        assertTrue(LongText.words(text(Standing.OPEN), State.RECEIVED).startsWith("2 of 5 parts are here"));
    }

    private static chat.pando.protocol.TimelineItem.Content.LongText text(Standing standing) {
        return new chat.pando.protocol.TimelineItem.Content.LongText("t", "", 4_194_304, 5, 2, standing);
    }
}
