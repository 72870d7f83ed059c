package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.core.FakeHomeserver.Fault;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.MemoryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server has reaches the person, all of it, once and in order. */
class SyncTest extends PersonInRoom {

    SyncTest() {
        super(new FakeHomeserver(false));
    }

    @AfterEach
    void onlyOneAtATimeHasPolled() {
        assertEquals(1, server.mostPolls(), "one /sync connection at any time");
    }

    @Test
    void whatALimitedTimelineLeavesOutIsFetched() {
        server.timelineLimit(3);
        goOffline();
        List<String> said = said("while away ", 47);
        goOnline();
        tab.await("all of it, in order", t -> t.texts().equals(said));
        tab.await("no gap", t -> t.shown().stream().noneMatch(SyncTest::isGap));
    }

    @Test
    void aGapIsFilledAlsoAfterARestart() {
        server.timelineLimit(3);
        server.fault(
                request -> request.url().contains("/messages") && request.url().contains("before-")
                        && server.asked("/messages") > 2,
                new Fault.Says(500, ""));
        goOffline();
        List<String> said = said("m", 60);
        goOnline();
        tab.await("a gap", t -> t.shown().stream().anyMatch(SyncTest::isGap) && t.texts().size() > 3);
        profile.stop();
        server.mend();
        restart();
        tab.open(FakeHomeserver.ROOM);
        while (tab.texts().size() < 60) {
            int before = tab.texts().size();
            tab.ask(new Command.LoadOlder(FakeHomeserver.ROOM));
            tab.await("more", t -> t.texts().size() > before);
        }
        tab.await("all of it, in order", t -> t.texts().equals(said));
    }

    @Test
    void severalGapsAreFilledEachInItsPlace() {
        server.timelineLimit(2);
        server.fault(request -> request.url().contains("/messages"), new Fault.Says(503, ""));
        List<String> said = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            goOffline();
            said.addAll(said("round " + round + " ", 12));
            goOnline();
            String last = said.get(said.size() - 1);
            tab.await("the newest", t -> t.item(last).isPresent());
        }
        server.mend();
        tab.ask(new Command.Reconnect());
        tab.await("all of it, in order", t -> t.texts().equals(said));
    }

    @Test
    void aServerInTroubleIsNamedAndTriedAgain() {
        server.fault(request -> request.url().contains("/sync"), new Fault.Says(502, "<html>bad gateway</html>"));
        server.somebodySays("one");
        tab.await("trouble", t -> t.state().equals(Optional.of(Connection.State.WAITING)));
        assertEquals(Problem.Code.SERVER_ERROR, problem());
        assertTrue(tab.connection().orElseThrow().retryAt().isPresent());
        server.mend();
        server.somebodySays("two");
        tab.ask(new Command.Reconnect());
        tab.await("both", t -> t.texts().equals(List.of("one", "two")));
        tab.await("online", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
    }

    @Test
    void aFullDiskPausesSyncAndLosesNothing() {
        MemoryDatabase database = profile.accounts.database(FakeHomeserver.ME);
        database.fill(true);
        server.somebodySays("one");
        tab.await("a full disk", t -> t.state().equals(Optional.of(Connection.State.WAITING)));
        assertEquals(Problem.Code.STORAGE_FULL, problem());
        database.fill(false);
        tab.ask(new Command.Reconnect());
        tab.await("the message", t -> t.texts().equals(List.of("one")));
    }

    @Test
    void anotherCoreThatTakesOverStopsThisOne() {
        profile.accounts.open(profile.accounts.list().get(0)).close();
        server.somebodySays("not for us");
        tab.await("the end", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        assertEquals(Problem.Code.CORE_LOST, problem());
        assertEquals(
                Problem.Code.CORE_LOST,
                tab.refused(new Command.SendText(FakeHomeserver.ROOM, "too late")).code());
    }

    @Test
    void aSessionThatTheServerEndsIsSaid() {
        server.fault(request -> request.url().contains("/refresh"), Fault.refusal(401, "M_UNKNOWN_TOKEN"));
        server.expireToken();
        tab.await("signed out", t -> t.state().equals(Optional.of(Connection.State.SIGNED_OUT)));
        assertEquals(Problem.Code.SIGNED_OUT, problem());
        server.mend();
        signInAgain();
    }

    @Test
    void anExpiredSessionIsTakenUpAgainWithEverythingInIt() {
        server.somebodySays("before");
        tab.await("the message", t -> t.texts().equals(List.of("before")));
        String expired = "{\"errcode\":\"M_UNKNOWN_TOKEN\",\"error\":\"\",\"soft_logout\":true}";
        server.fault(
                request -> request.url().contains("/refresh") || request.url().contains("/sync"),
                new Fault.Says(401, expired));
        server.expireToken();
        tab.await("signed out", t -> t.state().equals(Optional.of(Connection.State.SIGNED_OUT)));
        server.mend();
        signInAgain();
        tab.open(FakeHomeserver.ROOM);
        server.somebodySays("after");
        tab.await("both", t -> t.texts().equals(List.of("before", "after")));
        assertEquals(1, server.keyUploads().size(), "a second device was made, or keys signed anew");
    }

    @Test
    void lostDataAreNeverTakenForANewDevice() {
        profile.stop();
        profile.accounts.evict(FakeHomeserver.ME);
        profile.restart();
        tab = profile.tab().hello(Optional.empty());
        tab.await("the loss", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        assertEquals(Problem.Code.STORAGE_LOST, problem());
        tab.ask(new Command.SignOut());
        tab.await("no account", t -> t.accounts().isEmpty());
    }

    private Problem.Code problem() {
        return tab.connection().orElseThrow().problem().orElseThrow().code();
    }

    private void signInAgain() {
        tab.ask(new Command.SignIn(FakeHomeserver.URL, "alice", "secret"));
        tab.hello(Optional.of(FakeHomeserver.ME));
        tab.await("online", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
    }

    private List<String> said(String prefix, int count) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            said.add(prefix + i);
            server.somebodySays(prefix + i);
        }
        return said;
    }

    private static boolean isGap(TimelineItem item) {
        return item.content() instanceof TimelineItem.Content.Gap;
    }
}
