package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.segment.Cut;
import chat.pando.channel.segment.Part;
import chat.pando.channel.segment.PartContent;
import chat.pando.channel.segment.Segmentation;
import chat.pando.channel.segment.Transfer;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import chat.pando.protocol.Command;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import chat.pando.protocol.TimelineItem.Content.LongText.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that somebody sends become one message, whatever else happens around them. */
class LongTextInTest extends PersonInRoom {

    private static final String TEXT = "one two three four five\n".repeat(40);

    private final Segmentation segmentation = new Segmentation(new JvmEntropy(), new JcaPrimitives());

    LongTextInTest() {
        super(new FakeHomeserver(false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsInAnyOrderAndTwiceAreOneMessage(long seed) {
        List<JsonObject> parts = contents(cut());
        List<JsonObject> sent = new ArrayList<>(parts);
        sent.addAll(parts.subList(0, 4));
        Collections.shuffle(sent, new Random(seed));
        sent.forEach(server::somebodySends);
        tab.await("all of it", t -> standing(t) == Standing.WHOLE);
        server.somebodySays("after it");
        tab.await("what came after it", t -> t.texts().equals(List.of("after it")));
        assertEquals(TEXT, LongTexts.read(tab, FakeHomeserver.ROOM));
        assertEquals(2, tab.summary(FakeHomeserver.ROOM).orElseThrow().unread(), "one message, and what came after it");
    }

    @Test
    void anUnfinishedTextSaysHowMuchIsThereAndFillsIn() {
        List<JsonObject> parts = contents(cut());
        server.somebodySends(parts.get(2));
        tab.await("a part", t -> present(t) == 1);
        TimelineItem first = LongTexts.only(tab).orElseThrow();
        assertEquals("", LongTexts.of(first).start());
        assertTrue(LongTexts.read(tab, FakeHomeserver.ROOM).startsWith("\n[Parts 1 to 2 of "));
        server.somebodySends(parts.get(0));
        tab.await("two parts", t -> present(t) == 2);
        TimelineItem second = LongTexts.only(tab).orElseThrow();
        assertEquals(first.key(), second.key());
        assertTrue(TEXT.startsWith(LongTexts.of(second).start()) && !LongTexts.of(second).start().isEmpty());
        assertEquals(Standing.OPEN, standing(tab));
    }

    /** Whoever has read up to it has read all of it: also what came after something that was read already. */
    @Test
    void itStandsWhereItsLastPartStands() {
        List<JsonObject> parts = contents(cut());
        server.somebodySends(parts.get(0));
        server.somebodySays("in between");
        tab.await("both", t -> t.item("in between").isPresent() && present(t) == 1);
        String read = tab.item("in between").orElseThrow().eventId().orElseThrow();
        tab.ask(new Command.MarkRead(FakeHomeserver.ROOM, read));
        tab.await("nothing unread", t -> t.summary(FakeHomeserver.ROOM).orElseThrow().unread() == 0);
        parts.subList(1, parts.size()).forEach(server::somebodySends);
        tab.await("all of it", t -> standing(t) == Standing.WHOLE);
        List<TimelineItem> shown = tab.shown();
        assertTrue(shown.get(shown.size() - 1).content() instanceof Content.LongText);
        assertEquals(1, tab.summary(FakeHomeserver.ROOM).orElseThrow().unread());
    }

    @Test
    void aGapInTheMiddleIsFilled() {
        server.timelineLimit(3);
        goOffline();
        contents(cut()).forEach(server::somebodySends);
        goOnline();
        tab.await("all of it", t -> standing(t) == Standing.WHOLE);
        assertEquals(TEXT, LongTexts.read(tab, FakeHomeserver.ROOM));
    }

    @Test
    void aCoreThatDiesInTheMiddleGoesOn() {
        List<JsonObject> parts = contents(cut());
        parts.subList(0, 3).forEach(server::somebodySends);
        tab.await("three parts", t -> present(t) == 3);
        restart();
        tab.open(FakeHomeserver.ROOM);
        parts.subList(3, parts.size()).forEach(server::somebodySends);
        tab.await("all of it", t -> standing(t) == Standing.WHOLE);
        assertEquals(TEXT, LongTexts.read(tab, FakeHomeserver.ROOM));
    }

    @Test
    void whatDoesNotFitIsAnOrdinaryMessage() {
        Cut cut = cut();
        Transfer other = new Transfer(cut.transfer().id(), 900, cut.transfer().length(), cut.transfer().sha256());
        server.somebodySends(contents(cut).get(0));
        server.somebodySends(PartContent.of(new Part(other, 1, "of another length")));
        server.somebodySends(PartContent.of(new Part(cut.transfer(), 0, "another beginning")));
        tab.await("two messages", t -> t.texts().equals(List.of("of another length", "another beginning")));
        assertEquals(1, present(tab));
    }

    @Test
    void aTextThatIsNotWhatWasPromisedSaysSo() {
        Cut cut = cut();
        List<JsonObject> parts = contents(cut);
        String last = cut.parts().get(parts.size() - 1);
        parts.set(parts.size() - 1, PartContent.of(
                new Part(cut.transfer(), parts.size() - 1, "X" + last.substring(1))));
        parts.forEach(server::somebodySends);
        tab.await("its end", t -> standing(t) == Standing.DAMAGED);
    }

    @Test
    void memoryForUnfinishedTextsIsBoundedAndItsLossIsSaid() {
        List<JsonObject> first = contents(cut());
        server.somebodySends(first.get(0));
        for (int i = 0; i < 8; i++) {
            server.somebodySends(contents(cut()).get(0));
        }
        tab.await("nine", t -> LongTexts.all(t).size() == 9);
        tab.await("the first is let go", t -> LongTexts.of(LongTexts.all(t).get(0)).standing() == Standing.LOST);
        TimelineItem lost = LongTexts.all(tab).get(0);
        assertEquals(8, LongTexts.all(tab).stream()
                .filter(item -> LongTexts.of(item).standing() == Standing.OPEN)
                .count());
        assertThrows(AssertionError.class, () -> LongTexts.read(tab, FakeHomeserver.ROOM, lost));
        first.subList(1, first.size()).forEach(server::somebodySends);
        server.somebodySays("after it");
        tab.await("what comes next", t -> t.texts().equals(List.of("after it")));
    }

    @Test
    void removingAPartRemovesTheText() {
        List<String> events = new ArrayList<>();
        contents(cut()).forEach(part -> events.add(server.somebodySends(part)));
        tab.await("all of it", t -> standing(t) == Standing.WHOLE);
        TimelineItem shown = LongTexts.only(tab).orElseThrow();
        server.somebodyRedacts(events.get(1));
        tab.await("its removal", t -> LongTexts.only(t).isEmpty());
        TimelineItem removed = tab.shown().stream().filter(item -> item.key().equals(shown.key())).findFirst().get();
        assertEquals(new Content.Redacted(), removed.content());
        tab.refused(new Command.ReadText(FakeHomeserver.ROOM, shown.sender(), LongTexts.of(shown).transfer()));
    }

    @Test
    void editingAPartEditsTheText() {
        Cut cut = cut();
        List<String> events = new ArrayList<>();
        contents(cut).forEach(part -> events.add(server.somebodySends(part)));
        JsonObject now = JsonObject.builder().put("msgtype", "m.text").put("body", "Begun anew. ").build();
        server.somebodySends(now.toBuilder()
                .put("m.new_content", now)
                .put("m.relates_to", JsonObject.builder()
                        .put("rel_type", "m.replace")
                        .put("event_id", events.get(0))
                        .build())
                .build());
        tab.await("the edit", t -> LongTexts.only(t)
                .filter(item -> LongTexts.of(item).start().equals("Begun anew. "))
                .isPresent());
        assertEquals(Standing.WHOLE, standing(tab));
        assertEquals(
                "Begun anew. " + TEXT.substring(cut.parts().get(0).length()),
                LongTexts.read(tab, FakeHomeserver.ROOM));
    }

    private Cut cut() {
        return segmentation.cut(TEXT, 100);
    }

    private static List<JsonObject> contents(Cut cut) {
        List<JsonObject> contents = new ArrayList<>();
        for (String text : cut.parts()) {
            contents.add(PartContent.of(new Part(cut.transfer(), contents.size(), text)));
        }
        return contents;
    }

    private static Standing standing(TestTab tab) {
        return LongTexts.only(tab).map(item -> LongTexts.of(item).standing()).orElse(Standing.OPEN);
    }

    private static int present(TestTab tab) {
        return LongTexts.only(tab).map(item -> LongTexts.of(item).present()).orElse(0);
    }
}
