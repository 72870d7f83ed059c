package chat.pando.tab.link;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Snapshot;
import chat.pando.tab.model.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every call ends, and none is made for the wrong account. */
class CallsTest extends OnTheLine {

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
        start(link);
        link.call(new Command.Reconnect(), outcomes::add);
        assertEquals(0, calls().size());
        welcome("core", 5, new Snapshot(List.of(), Optional.empty()));
        assertEquals(1, calls().size());
    }

    @Test
    void aCallIsMadeForItsAccountWhateverIsShownByThen() {
        live();
        recorder.account = BOB;
        page.free(CORE_LOCK + "core");
        link.call(new Command.SendText(ROOM, "from Alice"), outcomes::add);
        welcome("next", 1, Given.snapshotOf(BOB, List.of(), Optional.empty()));
        assertEquals(Optional.of(ALICE), lastCall().account());
        link.call(new Command.SendText(ROOM, "from Bob"), outcomes::add);
        assertEquals(Optional.of(BOB), lastCall().account());
    }

    /** It would show what is no longer wanted. */
    @Test
    void anAnswerToAnEarlierHelloIsNotShown() {
        start(link);
        recorder.account = BOB;
        link.helloAgain();
        welcome("core", 1, Given.snapshotOf(ALICE, List.of(), Optional.empty()));
        assertEquals(List.of(), calls());
        assertEquals(0, recorder.snapshots);
    }

    @Test
    void anOutcomeStillComesAfterASwitchOfAccount() {
        live();
        link.call(new Command.SendText(ROOM, "from Alice"), outcomes::add);
        Call call = lastCall();
        recorder.account = BOB;
        link.helloAgain();
        welcome("core", 9, Given.snapshotOf(BOB, List.of(), Optional.empty()));
        assertEquals(List.of(call, call), calls());
        settle("core", call.id());
        assertEquals(List.of(Outcome.Done.PLAIN), outcomes);
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
        start(link);
        link.call(new Command.Reconnect(), outcomes::add);
        page.pass(PendingCalls.ASK_AGAIN_MS + PendingCalls.GIVE_UP_MS);
        assertEquals(Problem.Code.CORE_LOST, onlyRefusal());
    }
}
