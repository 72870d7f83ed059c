package chat.pando.tab.link;

import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Stranger;
import chat.pando.tab.model.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The core dies, or opens the account slowly. */
class CoreDeathTest extends OnTheLine {

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
    void whileTheCoreOpensTheAccountCallsWait() {
        live();
        link.call(new Command.SendText(ROOM, "one"), outcomes::add);
        page.free(CORE_LOCK + "core");
        welcome("next", 1, Given.opening());
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
    void aCoreThatLostItsMemoryIsToldEverythingAgainInPlace() {
        live();
        link.call(new Command.SendText(ROOM, "hello"), outcomes::add);
        Call call = lastCall();
        say(new Stranger("fresh"));
        assertEquals(2, hellos());
        assertEquals(1, page.lineCount());
        say(new Stranger("fresh")); // to what was posted before that hello
        assertEquals(2, hellos());
        welcome("fresh", 1);
        assertEquals(List.of(call, call), calls());
        settle("fresh", call.id());
        assertEquals(List.of(Outcome.Done.PLAIN), outcomes);
        assertEquals(LinkState.LIVE, link.state());
    }

    @Test
    void signingInIsNotGivenToACoreThatLostItsMemory() {
        live();
        link.call(new Command.CreateAccount("example.org", "alice", "secret"), outcomes::add);
        say(new Stranger("fresh"));
        welcome("fresh", 1);
        assertEquals(Problem.Code.CORE_LOST, onlyRefusal());
        assertEquals(1, calls().size());
    }

    @Test
    void aCoreThatOnlyForgotThisTabIsAskedForSigningInAgain() {
        live();
        link.call(new Command.SignIn("example.org", "alice", "secret"), outcomes::add);
        Call call = lastCall();
        say(new Stranger("core"));
        welcome("core", 1);
        assertEquals(List.of(call, call), calls());
        assertEquals(List.of(), outcomes);
    }
}
