package chat.pando.tab.link;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Delta;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Incompatible;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.Update;
import chat.pando.protocol.Welcome;
import chat.pando.tab.model.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoreLinkTest {

    private static final String CORE_LOCK = "pando-alive/";

    private final FakePlatform page = new FakePlatform();
    private final Recorder recorder = new Recorder();
    private final List<Outcome> outcomes = new ArrayList<>();
    private int ids;
    private final CoreLink link =
            new CoreLink(page, page, page, () -> "id" + ids++, Messages::fromCore, recorder);

    /** Remembers what the line brings. */
    private static final class Recorder implements LinkListener {

        private final List<LinkState> states = new ArrayList<>();
        private final List<Delta> deltas = new ArrayList<>();
        private int snapshots;
        private Wishes wishes = new Wishes(Optional.of(ALICE), false, Optional.of(ROOM));

        @Override
        public Wishes wishes() {
            return wishes;
        }

        @Override
        public void snapshot(Snapshot snapshot) {
            snapshots++;
        }

        @Override
        public void changed(List<Delta> more) {
            deltas.addAll(more);
        }

        @Override
        public void stateChanged(LinkState state) {
            states.add(state);
        }
    }

    @Test
    void holdsItsLockBeforeItSaysHello() {
        link.start();
        Hello hello = assertInstanceOf(Hello.class, posted().get(0));
        assertEquals(List.of(Hello.lockOf(hello.tab())), page.heldLocks());
        assertEquals(new Hello(ToCore.VERSION, hello.tab(), Optional.of(ALICE), false, Optional.of(ROOM)), hello);
    }

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
    void aCallIsSettledOnce() {
        live();
        link.call(new Command.Reconnect(), outcomes::add);
        Call call = lastCall();
        settle("core", call.id());
        settle("core", call.id());
        assertEquals(List.of(Outcome.Done.PLAIN), outcomes);
    }

    @Test
    void aCallMadeBeforeTheCoreAnswersIsMadeThen() {
        link.start();
        link.call(new Command.Reconnect(), outcomes::add);
        assertEquals(0, calls().size());
        say(new Welcome("core", CORE_LOCK + "core", 5, new Snapshot(List.of(), Optional.empty())));
        assertEquals(1, calls().size());
    }

    @Test
    void afterTheCoreDiedCallsAreMadeAgainUnderTheirIds() {
        live();
        link.call(new Command.SendText(ROOM, "hello"), outcomes::add);
        Call first = lastCall();
        page.free(CORE_LOCK + "core");
        assertEquals(LinkState.LOST, link.state());
        assertEquals(2, page.lineCount());
        welcome("next", 1);
        assertEquals(List.of(first), calls());
        settle("next", first.id());
        assertEquals(List.of(Outcome.Done.PLAIN), outcomes);
    }

    @Test
    void afterTheCoreDiedSigningInIsLeftToThePerson() {
        live();
        link.call(new Command.SignIn("example.org", "alice", "secret"), outcomes::add);
        page.free(CORE_LOCK + "core");
        assertEquals(Problem.Code.CORE_LOST, onlyRefusal());
        welcome("next", 1);
        assertEquals(List.of(), calls());
    }

    @Test
    void aCallOfAnotherAccountIsNeverMadeForTheShownOne() {
        live();
        page.free(CORE_LOCK + "core");
        link.call(new Command.SendText(ROOM, "from Alice"), outcomes::add);
        say(new Welcome("next", CORE_LOCK + "next", 1, Given.snapshotOf(BOB, List.of(), Optional.empty())));
        assertEquals(List.of(), calls());
        assertEquals(Problem.Code.CORE_LOST, onlyRefusal());
    }

    @Test
    void anOutcomeStillComesAfterASwitchOfAccount() {
        live();
        link.call(new Command.SendText(ROOM, "from Alice"), outcomes::add);
        Call call = lastCall();
        link.helloAgain();
        say(new Welcome("core", CORE_LOCK + "core", 9, Given.snapshotOf(BOB, List.of(), Optional.empty())));
        assertEquals(1, calls().size());
        settle("core", call.id());
        assertEquals(List.of(Outcome.Done.PLAIN), outcomes);
    }

    @Test
    void aCoreThatDoesNotAnswerIsSeenAndAskedAgainEverMoreSlowly() {
        link.start();
        page.pass(CoreLink.HELLO_MS);
        assertEquals(LinkState.SLOW, link.state());
        assertEquals(2, page.lineCount());
        page.pass(CoreLink.HELLO_MS);
        assertEquals(2, page.lineCount());
        page.pass(CoreLink.HELLO_MS);
        assertEquals(3, page.lineCount());
        welcome("core", 1);
        assertEquals(LinkState.LIVE, link.state());
        page.pass(3_600_000);
        assertEquals(3, page.lineCount());
    }

    @Test
    void whileTheCoreOpensTheAccountCallsWait() {
        live();
        link.call(new Command.SendText(ROOM, "one"), outcomes::add);
        page.free(CORE_LOCK + "core");
        say(new Welcome("next", CORE_LOCK + "next", 1, Given.opening()));
        assertEquals(LinkState.OPENING, link.state());
        link.call(new Command.SendText(ROOM, "two"), outcomes::add);
        assertEquals(List.of(), calls());
        assertEquals(1, recorder.snapshots);
        page.pass(CoreLink.OPENING_MS);
        assertEquals(LinkState.HELD, link.state());
        welcome("next", 2);
        assertEquals(2, calls().size());
        assertEquals(LinkState.LIVE, link.state());
        assertEquals(1, hellos());
    }

    @Test
    void tryNowAsksAtOnce() {
        link.start();
        page.pass(CoreLink.HELLO_MS);
        link.tryNow();
        assertEquals(3, page.lineCount());
    }

    @Test
    void anAbandonedLineIsToldGoodbye() {
        link.start();
        FakePlatform.FakeLine first = page.line();
        page.pass(CoreLink.HELLO_MS);
        assertInstanceOf(Goodbye.class, first.posted().get(1));
        assertFalse(first.isOpen());
    }

    @Test
    void aCallWithoutOutcomeIsAskedForAndThenGivenUp() {
        live();
        link.call(new Command.LoadOlder(ROOM), outcomes::add);
        page.pass(PendingCalls.ASK_AGAIN_MS);
        assertEquals(2, hellos());
        welcome("core", 9);
        assertEquals(2, calls().size());
        assertEquals(List.of(), outcomes);
        page.pass(PendingCalls.GIVE_UP_MS);
        assertEquals(Problem.Code.CORE_LOST, onlyRefusal());
    }

    @Test
    void aCallToACoreThatNeverComesIsGivenUp() {
        link.start();
        link.call(new Command.Reconnect(), outcomes::add);
        page.pass(PendingCalls.ASK_AGAIN_MS + PendingCalls.GIVE_UP_MS);
        assertEquals(Problem.Code.CORE_LOST, onlyRefusal());
    }

    @Test
    void anotherVersionOfTheProtocolEndsTheLine() {
        link.start();
        link.call(new Command.Reconnect(), outcomes::add);
        say(new Incompatible("core", 99));
        assertEquals(LinkState.INCOMPATIBLE, link.state());
        link.call(new Command.Reconnect(), outcomes::add);
        assertEquals(2, outcomes.size());
        int lines = page.lineCount();
        page.pass(3_600_000);
        assertEquals(lines, page.lineCount());
    }

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
        link.start();
        assertNotEquals(before.tab(), ((Hello) posted().get(0)).tab());
    }

    private void live() {
        link.start();
        welcome("core", 5);
        assertEquals(LinkState.LIVE, link.state());
    }

    private void welcome(String core, long sequence) {
        say(new Welcome(core, CORE_LOCK + core, sequence, Given.snapshot(List.of(), Optional.empty())));
    }

    private void update(String core, long sequence, String removedRoom) {
        say(new Update(core, sequence, List.of(new Delta.RoomRemoved(removedRoom))));
    }

    private void settle(String core, String id) {
        say(new Settled(core, id, Outcome.Done.PLAIN));
    }

    private void say(FromCore message) {
        page.line().say(Messages.text(message));
    }

    private List<ToCore> posted() {
        return page.line().posted();
    }

    private long hellos() {
        return posted().stream().filter(Hello.class::isInstance).count();
    }

    private List<Call> calls() {
        return posted().stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
    }

    private Call lastCall() {
        return calls().get(calls().size() - 1);
    }

    private Problem.Code onlyRefusal() {
        assertEquals(1, outcomes.size());
        return assertInstanceOf(Outcome.Refused.class, outcomes.get(0)).problem().code();
    }
}
