package chat.pando.channel.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parts become the text in any order, once each, and only where they are all of one transfer. */
class ReceivedTest {

    private static final int LIMIT = 40;
    private final Segmentation segmentation = new Segmentation(new JvmEntropy(), new JcaPrimitives());

    @Test
    void anyOrderCompletesIt() {
        for (int seed = 0; seed < 100; seed++) {
            List<String> texts = new Splitter(LIMIT).split(Texts.invented(seed, 60));
            List<Part> parts = parts(segmentation.transfer(texts), texts);
            Collections.shuffle(parts, new Random(seed));
            Received received = Received.nothingOf(parts.get(0).transfer());
            for (Part part : parts) {
                assertFalse(received.isComplete());
                assertTrue(received.accepts(part), "seed " + seed);
                received = received.with(part);
            }
            assertTrue(received.isComplete());
            assertEquals(List.of(), received.missing());
            assertTrue(segmentation.isWhole(received.transfer(), texts));
        }
    }

    @Test
    void aPartCountsOnce() {
        List<Part> parts = sample();
        Received received = Received.nothingOf(parts.get(0).transfer()).with(parts.get(1));
        assertFalse(received.accepts(parts.get(1)));
        assertThrows(IllegalArgumentException.class, () -> received.with(parts.get(1)));
    }

    @Test
    void whatIsMissingCanBeAskedFor() {
        List<Part> parts = sample();
        Received received = Received.nothingOf(parts.get(0).transfer()).with(parts.get(1));
        List<Integer> expected = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            if (index != 1) {
                expected.add(index);
            }
        }
        assertEquals(expected, received.missing());
    }

    @Test
    void aPartThatSaysOtherwiseIsRefused() {
        List<Part> parts = sample();
        Transfer transfer = parts.get(0).transfer();
        Received received = Received.nothingOf(transfer).with(parts.get(0));
        int more = transfer.count() + 1;
        assertFalse(received.accepts(of(new Transfer(transfer.id(), more, transfer.length(), transfer.sha256()))));
        assertFalse(received.accepts(
                of(new Transfer(transfer.id(), transfer.count(), transfer.length() + 1, transfer.sha256()))));
        assertFalse(received.accepts(
                of(new Transfer(transfer.id(), transfer.count(), transfer.length(), "B".repeat(43)))));
        assertTrue(received.accepts(of(transfer)));
    }

    @Test
    void noMoreIsTakenThanWasPromised() {
        Transfer transfer = new Transfer("id", 3, 10, "A".repeat(43));
        Received received = Received.nothingOf(transfer).with(new Part(transfer, 0, "12345"));
        assertFalse(received.accepts(new Part(transfer, 1, "12345")), "the third would be empty");
        assertTrue(received.accepts(new Part(transfer, 1, "1234")));
    }

    @Test
    void theSameTextTwiceIsTwoTransfers() {
        List<String> texts = List.of("one", "two");
        assertNotEquals(
                segmentation.transfer(texts).id(), segmentation.transfer(texts).id());
    }

    @Test
    void aChangedTextIsNoticed() {
        Transfer transfer = segmentation.transfer(List.of("one", "two"));
        assertTrue(segmentation.isWhole(transfer, List.of("one", "two")));
        assertFalse(segmentation.isWhole(transfer, List.of("one", "twO")));
        assertFalse(segmentation.isWhole(transfer, List.of("two", "one")));
        assertFalse(segmentation.isWhole(transfer, List.of("onetwo")));
    }

    private List<Part> sample() {
        List<String> texts = new Splitter(LIMIT).split(Texts.invented(7, 60));
        return parts(segmentation.transfer(texts), texts);
    }

    private static Part of(Transfer transfer) {
        return new Part(transfer, 1, "x");
    }

    private static List<Part> parts(Transfer transfer, List<String> texts) {
        List<Part> parts = new ArrayList<>();
        for (String text : texts) {
            parts.add(new Part(transfer, parts.size(), text));
        }
        return parts;
    }
}
