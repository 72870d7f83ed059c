package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Broadcasts;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;
import chat.pando.store.migration.Migrations;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two cores on one database, whose lock was bypassed or stolen: the fence holds without it (law 1). */
class FencingTest {

    private final FakeHomeserver server = new FakeHomeserver(false);
    private final TappedHttp wire = new TappedHttp(server);
    private final Profile profile = new Profile(wire, Optional.empty());

    @AfterEach
    void stop() {
        profile.stop();
    }

    @Test
    void theOldCoresNextWriteAbortsItStopsForGoodAndNothingOfItLeaves() {
        TestTab old = SignedIn.tab(profile);
        old.open(FakeHomeserver.ROOM);
        Profile intruder = profile.intruder(server);
        TestTab tab = intruder.tab().hello(Optional.of(FakeHomeserver.ME));
        tab.await("the account", t -> t.summary(FakeHomeserver.ROOM).isPresent());
        tab.open(FakeHomeserver.ROOM);
        Command send = new Command.SendText(FakeHomeserver.ROOM, "never sent");
        assertEquals(Problem.Code.CORE_LOST, old.refused(send).code());
        old.await("the end", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        int sent = wire.sent();
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, "from the new core"));
        tab.await("confirmation", t -> t.shown().stream().noneMatch(item -> item.order().startsWith("~")));
        server.somebodySays("an answer");
        tab.await("both", t -> t.texts().equals(List.of("from the new core", "an answer")));
        assertEquals(Problem.Code.CORE_LOST, old.refused(send).code());
        assertEquals(Problem.Code.CORE_LOST, old.refused(new Command.LeaveRoom(FakeHomeserver.ROOM)).code());
        assertEquals(sent, wire.sent(), "something of the old core has left");
        assertFalse(server.messages().contains("never sent"));
        assertFalse(profile.core().hasEnded(), "its tabs would start it again, to fence the new one");
        intruder.stop();
    }

    @Test
    void aCoreThatWasRobbedByNobodyKnowsWhomEndsWhenATabIsReloadedAsPeopleAreTold() {
        TestTab old = SignedIn.tab(profile);
        profile.host.locks().steal("pando-core/" + FakeHomeserver.ME);
        old.await("the end", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        old.greet(1, Optional.of(FakeHomeserver.ME));
        assertFalse(profile.core().hasEnded(), "its tabs would start it again, to rob the other one");
        profile.tab().hello(Optional.of(FakeHomeserver.ME));
        profile.core().awaitEnd();
    }

    @Test
    void aCoreThatIsRobbedSendsItsTabsToWhoHasAskedForTheAccount() {
        TestTab tab = SignedIn.tab(profile);
        Doorway answered = new Doorway();
        answered.open();
        Broadcasts.Broadcast thief = profile.host.broadcasts().join("pando-cores", text -> answered.pass());
        thief.post("{\"type\":\"ask\",\"from\":\"thief\",\"rank\":0,\"url\":\"worker.js?v=thief\",\"protocol\":1,"
                + "\"schema\":" + Migrations.current().latest() + "}");
        answered.awaitKnock();
        profile.host.locks().steal("pando-core/" + FakeHomeserver.ME);
        tab.await("the way to the thief", t -> t.moved().isPresent());
        assertEquals("worker.js?v=thief", tab.moved().orElseThrow().url());
        profile.core().awaitEnd();
        int sent = wire.sent();
        tab.call("late", new Command.SendText(FakeHomeserver.ROOM, "late"));
        server.somebodySays("x");
        tab.greet(1, Optional.of(FakeHomeserver.ME));
        assertTrue(tab.settled("late").isEmpty());
        assertEquals(sent, wire.sent());
    }
}
