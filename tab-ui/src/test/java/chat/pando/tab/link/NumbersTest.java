package chat.pando.tab.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Delta;
import chat.pando.protocol.Seen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Updates in their order, holes, and what makes no sense. */
class NumbersTest extends OnTheLine {

    @Test
    void appliesUpdatesInTheirOrder() {
        live();
        update("core", 6, "!a:x");
        update("core", 7, "!b:x");
        assertEquals(List.of(new Delta.RoomRemoved("!a:x"), new Delta.RoomRemoved("!b:x")), recorder.deltas);
    }

    @Test
    void aNumberSeenBeforeIsPassedOver() {
        live();
        update("core", 6, "!a:x");
        update("core", 6, "!a:x");
        update("core", 5, "!z:x");
        assertEquals(1, recorder.deltas.size());
        assertEquals(1, hellos());
    }

    @Test
    void aHoleLeadsToAnotherHelloAndUpdatesWaitForItsAnswer() {
        live();
        update("core", 7, "!a:x");
        update("core", 8, "!b:x");
        assertEquals(2, hellos());
        assertEquals(List.of(), recorder.deltas);
        welcome("core", 8);
        update("core", 9, "!c:x");
        assertEquals(List.of(new Delta.RoomRemoved("!c:x")), recorder.deltas);
        assertEquals(2, recorder.snapshots);
    }

    @Test
    void anUnknownCoreLeadsToAnotherHelloInPlace() {
        live();
        update("another", 6, "!a:x");
        assertEquals(2, hellos());
        assertEquals(1, page.lineCount());
        assertEquals(List.of(), recorder.deltas);
        welcome("another", 1);
        assertEquals(Optional.of("another"), link.instance());
        assertTrue(page.isWatched(CORE_LOCK + "another"));
        assertFalse(page.isWatched(CORE_LOCK + "core"));
    }

    @Test
    void whatCannotBeReadIsSurvived() {
        live();
        page.line().say("no JSON");
        page.line().say("{\"type\":\"update\",\"instance\":7}");
        assertEquals(2, hellos());
        welcome("core", 9);
        assertEquals(LinkState.LIVE, link.state());
    }

    @Test
    void tellsOnceWhatABurstHasBroughtItTo() {
        live();
        page.pass(0);
        update("core", 6, "!a:x");
        update("core", 7, "!b:x");
        assertEquals(List.of(new Seen(5)), posted(Seen.class));
        page.pass(0);
        assertEquals(List.of(new Seen(5), new Seen(7)), posted(Seen.class));
    }

    @Test
    void tellsNothingSeenWhileItWaitsForASnapshot() {
        live();
        link.helloAgain();
        page.pass(0);
        assertEquals(List.of(), posted(Seen.class));
        welcome("core", 9);
        page.pass(0);
        assertEquals(List.of(new Seen(9)), posted(Seen.class));
    }
}
