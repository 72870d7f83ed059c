package chat.pando.tab;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.tab.model.Drafts;
import chat.pando.tab.model.MapMemory;
import chat.pando.tab.model.Unsent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OutgoingTest {

    private static final Problem TOO_LARGE = new Problem(Problem.Code.TOO_LARGE, "Shorten it.");
    private static final Problem CORE_LOST = new Problem(Problem.Code.CORE_LOST, "Try again.");

    private final MapMemory memory = new MapMemory();
    private final List<Call> calls = new ArrayList<>();
    private final List<Consumer<Outcome>> open = new ArrayList<>();
    private int ids;
    private int givenBack;
    private Drafts drafts;
    private Outgoing outgoing;

    OutgoingTest() {
        reload();
    }

    private void reload() {
        drafts = new Drafts(memory);
        outgoing = new Outgoing(drafts, new Unsent(memory), () -> "id" + ids++, this::take, () -> givenBack++);
    }

    private void take(Call call, Consumer<Outcome> whenSettled) {
        calls.add(call);
        open.add(whenSettled);
    }

    @Test
    void aSentTextLeavesTheDraft() {
        drafts.write(ALICE, ROOM, "hello");
        outgoing.send(ALICE, ROOM, "hello");
        assertEquals(List.of(new Call("id0", Optional.of(ALICE), new Command.SendText(ROOM, "hello"))), calls);
        assertEquals("", drafts.read(ALICE, ROOM));
        open.get(0).accept(Outcome.Done.PLAIN);
        assertEquals(0, givenBack);
    }

    @Test
    void aRefusedTextComesBackWithTheReason() {
        outgoing.send(ALICE, ROOM, "long");
        drafts.write(ALICE, ROOM, "next");
        open.get(0).accept(new Outcome.Refused(TOO_LARGE));
        assertEquals("long\nnext", drafts.read(ALICE, ROOM));
        assertEquals(Optional.of(TOO_LARGE), outgoing.refusal(ALICE, ROOM));
        assertEquals(1, givenBack);
        outgoing.send(ALICE, ROOM, "shorter");
        assertEquals(Optional.empty(), outgoing.refusal(ALICE, ROOM));
    }

    @Test
    void afterAReloadWhatWasOnItsWayIsHandedOverUnderTheSameId() {
        outgoing.send(ALICE, ROOM, "one");
        outgoing.send(ALICE, ROOM, "two");
        open.get(0).accept(Outcome.Done.PLAIN);
        reload();
        outgoing.resume();
        assertEquals(calls.get(1), calls.get(2));
        assertEquals(3, calls.size());
        open.get(2).accept(Outcome.Done.PLAIN);
        reload();
        outgoing.resume();
        assertEquals(3, calls.size());
    }

    /** Nobody would see them otherwise, and they would go with the tab. */
    @Test
    void afterAReloadTextsOfAllAccountsAreHandedOver() {
        outgoing.send(BOB, ROOM, "of Bob");
        outgoing.send(ALICE, ROOM, "of Alice");
        reload();
        outgoing.resume();
        assertEquals(calls.subList(0, 2), calls.subList(2, 4));
    }

    @Test
    void whatThisPageHasHandedOverIsNotHandedOverAgain() {
        outgoing.send(ALICE, ROOM, "one");
        outgoing.resume();
        assertEquals(1, calls.size());
    }

    @Test
    void aTextWhoseFateIsUnknownKeepsItsId() {
        outgoing.send(ALICE, ROOM, "hello");
        open.get(0).accept(new Outcome.Refused(CORE_LOST));
        outgoing.send(ALICE, ROOM, "hello");
        assertEquals(calls.get(0), calls.get(1));
    }

    @Test
    void aTextWhoseFateIsUnknownKeepsItsIdOverAReload() {
        outgoing.send(ALICE, ROOM, "hello\nagain");
        open.get(0).accept(new Outcome.Refused(CORE_LOST));
        reload();
        assertEquals("hello\nagain", drafts.read(ALICE, ROOM));
        outgoing.send(ALICE, ROOM, drafts.read(ALICE, ROOM));
        assertEquals(calls.get(0), calls.get(1));
    }

    @Test
    void anotherTextHasAnotherId() {
        outgoing.send(ALICE, ROOM, "hello");
        open.get(0).accept(new Outcome.Refused(CORE_LOST));
        outgoing.send(ALICE, ROOM, "hello, everybody");
        assertNotEquals(calls.get(0).id(), calls.get(1).id());
    }

    @Test
    void whereTheMemoryIsFullTheTextStaysWhereItIs() {
        drafts.write(ALICE, ROOM, "hello");
        memory.fill();
        outgoing.send(ALICE, ROOM, "hello");
        assertEquals(List.of(), calls);
        assertEquals("hello", drafts.read(ALICE, ROOM));
        assertEquals(Problem.Code.STORAGE_FULL, outgoing.refusal(ALICE, ROOM).orElseThrow().code());
    }
}
