package chat.pando.tab.link;

import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.Hello;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page goes away, sleeps, is cached, and comes back. */
class LifecycleTest extends OnTheLine {

    @Test
    void aPausedTabLeavesNothingBehindAndComesBackUnderANewId() {
        live();
        Hello before = (Hello) posted().get(0);
        FakePlatform.FakeLine line = page.line();
        link.pause();
        assertInstanceOf(Goodbye.class, line.posted().get(1));
        assertFalse(line.isOpen());
        assertEquals(List.of(), page.heldLocks());
        assertFalse(page.isWatched(CORE_LOCK + "core"));
        page.pass(3_600_000);
        assertEquals(1, page.lineCount());
        start(link);
        assertNotEquals(before.tab(), ((Hello) posted().get(0)).tab());
    }

    @Test
    void callsOfAPausedTabAreMadeAgainAndGetTheirTime() {
        live();
        link.call(new Command.SendText(ROOM, "hello"), outcomes::add);
        Call call = lastCall();
        page.pass(PendingCalls.ASK_AGAIN_MS);
        link.pause();
        page.pass(PendingCalls.GIVE_UP_MS - 1);
        start(link);
        page.pass(1);
        assertEquals(List.of(), outcomes);
        welcome("core", 9);
        assertEquals(List.of(call), calls());
    }

    @Test
    void aPausedTabKeepsNoCoreRunning() {
        live();
        link.pause();
        assertEquals(1, page.leaves());
    }

    @Test
    void itIsPausedAndStartedOnceHoweverOftenItIsSaid() {
        live();
        link.pause();
        link.pause();
        start(link);
        start(link);
        assertEquals(2, page.lineCount());
        assertEquals(1, page.heldLocks().size());
    }
}
