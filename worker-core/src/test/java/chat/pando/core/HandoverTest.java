package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.core.handover.Version;
import chat.pando.host.Clock;
import chat.pando.host.Locks;
import chat.pando.jvm.JvmClock;
import chat.pando.jvm.JvmPorts;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Goodbye;
import chat.pando.protocol.Moved;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.ToCore;
import chat.pando.store.migration.Migrations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One core follows another while tabs are open: nothing is lost, nothing is doubled, one writes at a time. */
class HandoverTest {

    private static final Version NEXT = Version.current("worker.js?v=next");

    private final FakeHomeserver server = new FakeHomeserver(true);
    private final Profile profile = new Profile(server, Optional.empty());
    private final List<RunningCore> others = new ArrayList<>();

    @AfterEach
    void stop() {
        others.forEach(RunningCore::stop);
        profile.stop();
        assertEquals(1, server.mostPolls(), "one /sync connection at any time");
    }

    @Test
    void aNewCoreIsGivenTheAccountsAndTheTabs() {
        TestTab tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, "before"));
        RunningCore next = start(NEXT);
        tab.await("the way to the next core", t -> t.moved().isPresent());
        Moved moved = tab.moved().orElseThrow();
        assertEquals("worker.js?v=next", moved.url());
        assertEquals(ToCore.VERSION, moved.protocol());
        profile.core().awaitEnd();
        follow(tab, next);
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, "after"));
        tab.await("both messages", t -> t.texts().equals(List.of("before", "after")));
    }

    @Test
    void aCoreIsNotTakenForDeadBeforeItsTabsHaveHeardWhereToGo() {
        Profile endless = new Profile(server, new Endless(new JvmClock()));
        TestTab slow = SignedIn.tab(endless);
        slow.linger();
        RunningCore next = endless.start(NEXT);
        others.add(next);
        slow.await("the way to the next core", t -> t.moved().isPresent());
        TestTab quick = endless.tab(next).hello(Optional.of(FakeHomeserver.ME));
        quick.await("online", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
        assertTrue(endless.host.locks().tryAcquire(slow.coreLock()).isEmpty(), "the lock that says that it lives");
        assertFalse(endless.core().hasEnded());
        slow.say(new Goodbye());
        endless.core().awaitEnd();
    }

    /** A clock on which no tab ever has had its time to say goodbye. */
    private record Endless(Clock real) implements Clock {

        @Override
        public long now() {
            return real.now();
        }

        @Override
        public Alarm after(long millis, Runnable action) {
            return millis == Farewell.PATIENCE_MILLIS ? () -> {} : real.after(millis, action);
        }
    }

    @Test
    void aRollbackIsAnUpgradeLikeAnyOther() {
        TestTab tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
        RunningCore next = start(NEXT);
        profile.core().awaitEnd();
        follow(tab, next);
        RunningCore back = start(profile.core().version);
        next.awaitEnd();
        follow(tab, back);
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, "back again"));
        tab.await("the message", t -> t.texts().equals(List.of("back again")));
    }

    @Test
    void sixTabsMoveOverWithCommandsUnderWayAndNothingIsLostOrDoubled() {
        List<TestTab> tabs = new ArrayList<>();
        tabs.add(SignedIn.tab(profile));
        for (int i = 1; i < 6; i++) {
            tabs.add(profile.tab().hello(Optional.of(FakeHomeserver.ME)));
        }
        tabs.forEach(tab -> tab.open(FakeHomeserver.ROOM));
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < tabs.size(); i++) {
                tabs.get(i).say(message(i, round));
            }
        }
        RunningCore next = start(NEXT);
        for (int round = 4; round < 8; round++) {
            for (int i = 0; i < tabs.size(); i++) {
                tabs.get(i).say(message(i, round));
            }
        }
        profile.core().awaitEnd();
        for (int i = 0; i < tabs.size(); i++) {
            follow(tabs.get(i), next);
            for (int round = 0; round < 8; round++) {
                Call call = message(i, round);
                if (tabs.get(i).settled(call.id()).isEmpty()) {
                    tabs.get(i).outcome(call.id(), call.command());
                }
            }
        }
        for (TestTab tab : tabs) {
            tab.await("all messages, confirmed", t -> t.texts().size() == 48
                    && t.shown().stream().noneMatch(item -> item.order().startsWith("~")));
            assertEquals(48, new HashSet<>(tab.texts()).size());
        }
        assertEquals(48, server.messages().size());
        server.bodies().values().forEach(bodies -> assertEquals(1, bodies.stream().distinct().count()));
    }

    private static Call message(int tab, int round) {
        return new Call(
                "call-" + tab + "-" + round,
                Optional.of(FakeHomeserver.ME),
                new Command.SendText(FakeHomeserver.ROOM, "tab " + tab + ", " + round));
    }

    @Test
    void aSignInUnderWayIsFinishedAndHandedOver() {
        Doorway login = server.doorway("/login");
        TestTab tab = profile.tab().hello(Optional.empty());
        tab.call("sign-in", new Command.SignIn(FakeHomeserver.URL, "alice", "secret"));
        login.awaitKnock();
        RunningCore next = start(NEXT);
        assertFalse(profile.core().hasEnded());
        login.open();
        tab.await("the outcome", t -> t.settled("sign-in").isPresent());
        assertTrue(tab.settled("sign-in").orElseThrow() instanceof Outcome.Done);
        profile.core().awaitEnd();
        tab.connect(next.ports);
        tab.hello(Optional.of(FakeHomeserver.ME));
        tab.await("the account", t -> t.userId().equals(Optional.of(FakeHomeserver.ME))
                && t.state().equals(Optional.of(Connection.State.ONLINE)));
        assertEquals(1, server.asked("/login"));
    }

    @Test
    void anAccountThatAnotherCoreHasSignedInIsFoundWithoutBeingAskedFor() {
        TestTab early = profile.tab().hello(Optional.empty());
        Doorway login = server.doorway("/login");
        early.call("sign-in", new Command.SignIn(FakeHomeserver.URL, "alice", "secret"));
        login.awaitKnock();
        RunningCore next = start(NEXT);
        TestTab tab = profile.tab(next).hello(Optional.empty());
        assertTrue(tab.accounts().isEmpty());
        login.open();
        tab.await("the account", t -> t.accounts().size() == 1);
    }

    @Test
    void commandsThatComeWhileACoreLeavesAreLeftToTheNext() {
        TestTab tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
        Doorway creation = server.doorway("/createRoom");
        tab.call("slow", new Command.CreateRoom("R", List.of(), false));
        creation.awaitKnock();
        Doorway leaving = new Doorway();
        leaving.open();
        profile.host.broadcasts().join("pando-cores", text -> {
            if (text.contains("leaving")) {
                leaving.pass();
            }
        });
        RunningCore next = start(NEXT);
        leaving.awaitKnock();
        Call late = new Call("late", Optional.of(FakeHomeserver.ME), new Command.SendText(FakeHomeserver.ROOM, "late"));
        tab.say(late);
        creation.open();
        profile.core().awaitEnd();
        tab.await("the outcome of what was under way", t -> t.settled("slow").isPresent());
        tab.await("the way to the next core", t -> t.moved().isPresent());
        assertTrue(tab.settled("late").isEmpty());
        follow(tab, next);
        tab.outcome(late.id(), late.command());
        tab.await("the message", t -> t.texts().equals(List.of("late")));
    }

    @Test
    void anOlderVersionIsRefusedAndItsTabsAreSentToTheNewerCore() throws InterruptedException {
        Version old = new Version("worker.js?v=old", ToCore.VERSION, Migrations.current().latest() - 1);
        TestTab tab = SignedIn.tab(profile);
        JvmPorts ports = new JvmPorts();
        TestTab stale = new TestTab(profile.host, ports);
        stale.greet(ToCore.VERSION, Optional.empty());
        Doorway disk = new Doorway();
        Thread start = new Thread(() -> others.add(new RunningCore(
                profile.host, new HeldRegistry(profile.accounts, disk), Optional.empty(), old, ports)));
        start.start();
        stale.await("the way to the newer core", t -> t.moved().isPresent());
        assertEquals("worker.js", stale.moved().orElseThrow().url());
        stale.say(new Goodbye());
        disk.open();
        start.join();
        others.get(0).awaitEnd();
        assertFalse(profile.core().hasEnded());
        tab.open(FakeHomeserver.ROOM);
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, "still here"));
    }

    @Test
    void anOlderVersionWhoseTabsCantMoveSaysKindlyThatItIsTooOld() {
        Version old = new Version("worker.js?v=old", ToCore.VERSION + 1, Migrations.current().latest() - 1);
        TestTab tab = SignedIn.tab(profile);
        RunningCore older = start(old);
        TestTab stale = profile.tab(older);
        stale.hello(old.protocol(), Optional.empty());
        stale.await("a reason", t -> t.state().equals(Optional.of(Connection.State.STOPPED)));
        assertEquals(
                Problem.Code.STORAGE_NEWER,
                stale.connection().orElseThrow().problem().orElseThrow().code());
        assertEquals(Problem.Code.CORE_LOST, stale.refused(new Command.SignOut()).code());
        assertEquals(1, profile.accounts.list().size());
        tab.open(FakeHomeserver.ROOM);
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, "untouched"));
    }

    @Test
    void ofManyCoresThatStartAtOnceOneStays() throws InterruptedException {
        SignedIn.tab(profile);
        List<Thread> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Version version = Version.current("worker.js?v=" + i);
            Thread start = new Thread(() -> start(version));
            starts.add(start);
            start.start();
        }
        for (Thread start : starts) {
            start.join();
        }
        RunningCore last = awaitOneLeft();
        TestTab tab = profile.tab(last).hello(Optional.of(FakeHomeserver.ME));
        tab.await("online", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
    }

    private RunningCore awaitOneLeft() {
        List<RunningCore> all = new ArrayList<>(others);
        while (all.size() > 1) {
            List<RunningCore> left = all.stream().filter(core -> !core.hasEnded()).toList();
            assertFalse(left.isEmpty(), "all have gone");
            all = new ArrayList<>(left);
            Thread.onSpinWait();
        }
        return all.get(0);
    }

    @Test
    void aCoreThatWasRestartedBehindItsPortsSaysThatItKnowsNobody() {
        TestTab tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, "before"));
        profile.core().stop();
        RunningCore fresh = profile.start(profile.core().version, profile.core().ports);
        others.add(fresh);
        tab.call("blind", new Command.SendText(FakeHomeserver.ROOM, "blind"));
        tab.await("that it is a stranger", t -> t.strangers() > 0);
        assertTrue(tab.settled("blind").isEmpty());
        tab.hello(Optional.of(FakeHomeserver.ME));
        tab.outcome("blind", new Command.SendText(FakeHomeserver.ROOM, "blind"));
        tab.await("both messages", t -> t.texts().equals(List.of("before", "blind")));
    }

    @Test
    void commandsForAnAccountThatIsStillOpeningWaitAndAreCarriedOutInOrder() {
        SignedIn.tab(profile);
        profile.stop();
        Locks.Held lock = profile.host.locks().acquire("pando-core/" + FakeHomeserver.ME);
        TestTab tab = profile.tab(start(NEXT)).hello(Optional.of(FakeHomeserver.ME));
        assertEquals(Optional.of(Connection.State.CONNECTING), tab.state());
        List<String> texts = List.of("one", "two", "three", "four");
        texts.forEach(text -> tab.call(text, new Command.SendText(FakeHomeserver.ROOM, text)));
        assertEquals(Problem.Code.INVALID_USERNAME, tab.refused(new Command.SignIn(FakeHomeserver.URL, "", "")).code());
        texts.forEach(text -> assertTrue(tab.settled(text).isEmpty()));
        lock.close();
        texts.forEach(text -> tab.await("an outcome", t -> t.settled(text).isPresent()));
        tab.open(FakeHomeserver.ROOM);
        tab.await("all, in order", t -> t.texts().equals(texts));
    }

    @Test
    void whatWaitsForAnAccountThatIsSignedOutElsewhereIsToldSo() {
        SignedIn.tab(profile);
        profile.stop();
        Locks.Held lock = profile.host.locks().acquire("pando-core/" + FakeHomeserver.ME);
        TestTab tab = profile.tab(start(NEXT)).hello(Optional.of(FakeHomeserver.ME));
        tab.call("waits", new Command.SendText(FakeHomeserver.ROOM, "waits"));
        profile.accounts.delete(FakeHomeserver.ME);
        lock.close();
        tab.await("an outcome", t -> t.settled("waits").isPresent());
        Outcome.Refused refused = (Outcome.Refused) tab.settled("waits").orElseThrow();
        assertEquals(Problem.Code.SIGNED_OUT, refused.problem().code());
        tab.await("no account", t -> t.accounts().isEmpty() && t.userId().isEmpty());
    }

    private RunningCore start(Version version) {
        RunningCore core = profile.start(version);
        synchronized (others) {
            others.add(core);
        }
        return core;
    }

    private static void follow(TestTab tab, RunningCore core) {
        tab.connect(core.ports);
        tab.hello(Optional.of(FakeHomeserver.ME));
        tab.await("the account", t -> t.summary(FakeHomeserver.ROOM).isPresent());
    }
}
