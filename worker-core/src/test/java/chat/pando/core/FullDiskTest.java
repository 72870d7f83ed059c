package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A full disk stops what must be written, and nothing else; when there is room again, all goes on by itself. */
class FullDiskTest {

    private final FakeHomeserver server = new FakeHomeserver(true);
    private final Profile profile = new Profile(server, Optional.empty());

    @Test
    void anAccountOpensOnAFullDiskAndGoesOnWhenThereIsRoom() {
        TestTab before = SignedIn.tab(profile);
        before.open(FakeHomeserver.ROOM);
        before.ask(new Command.SendText(FakeHomeserver.ROOM, "before"));
        before.await("the message's echo", t -> t.texts().equals(List.of("before"))
                && t.shown().stream().noneMatch(item -> item.order().startsWith("~")));
        profile.accounts.database(FakeHomeserver.ME).fill(true);
        profile.restart();
        TestTab tab = profile.tab().hello(Optional.empty());
        tab.await("the room", t -> t.summary(FakeHomeserver.ROOM).isPresent());
        tab.open(FakeHomeserver.ROOM);
        assertEquals(List.of("before"), tab.texts());
        profile.accounts.database(FakeHomeserver.ME).fill(false);
        server.somebodySays("after");
        tab.await("what came since", t -> t.texts().equals(List.of("before", "after")));
        tab.await("the connection", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
        profile.stop();
    }

    /** A tab that says hello again makes its calls again: a copy that comes late must not undo what was told. */
    @Test
    void whatWasRefusedIsNotCarriedOutWhenItIsAskedForAgainUnderTheSameId() {
        TestTab tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
        Command.SendText text = new Command.SendText(FakeHomeserver.ROOM, "refused");
        profile.accounts.database(FakeHomeserver.ME).fill(true);
        assertRefused(tab.outcome("call", text));
        profile.accounts.database(FakeHomeserver.ME).fill(false);
        assertRefused(tab.outcome("call", text));
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, "asked anew"));
        tab.await("the one message", t -> t.texts().equals(List.of("asked anew")));
        profile.stop();
    }

    private static void assertRefused(Outcome outcome) {
        assertEquals(Problem.Code.STORAGE_FULL, ((Outcome.Refused) outcome).problem().code());
    }
}
