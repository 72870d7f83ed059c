package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.channel.segment.Transfer;
import chat.pando.core.account.Account;
import chat.pando.core.account.Ephemerals;
import chat.pando.core.room.Ephemeral;
import chat.pando.host.HttpResponse;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JvmHttp;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.Changes;
import chat.pando.store.Tables;
import chat.pando.sync.Link;
import chat.pando.sync.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whole cores on a real homeserver: people sign in, make rooms and write to each other. */
@EnabledIfSystemProperty(named = "pando.homeserver", matches = "http.*")
class WholeCoreTest {

    private static final String PASSWORD = "correct horse battery";

    private final String homeserver = System.getProperty("pando.homeserver");
    private final List<Profile> profiles = new ArrayList<>();
    private Profile alices;
    private Profile bobs;
    private TestTab alice;
    private TestTab bob;
    private String bobId;

    @BeforeEach
    void twoPeople() {
        alices = profile();
        bobs = profile();
        alice = signedUp(alices, "alice");
        bob = signedUp(bobs, "bob");
        bobId = bob.userId().orElseThrow();
    }

    @AfterEach
    void stop() {
        profiles.forEach(Profile::stop);
    }

    @Test
    void messagesOfARoomWithoutEncryptionReachTheOther() {
        converse(false);
    }

    @Test
    void messagesOfAnEncryptedRoomReachTheOther() {
        converse(true);
    }

    private void converse(boolean encrypted) {
        String room = sharedRoom(encrypted);
        say(alice, room, "hello bob");
        bob.await("alice's message", tab -> tab.texts().contains("hello bob"));
        say(bob, room, "hello alice");
        alice.await("bob's message", tab -> tab.texts().contains("hello alice"));
        for (int i = 0; i < 5; i++) {
            say(alice, room, "a" + i);
            say(bob, room, "b" + i);
        }
        alice.await("all messages", tab -> tab.texts().size() == 12);
        bob.await("all messages", tab -> tab.texts().size() == 12);
        alice.await("confirmation", tab -> tab.shown().stream().noneMatch(item -> item.order().startsWith("~")));
        bob.await("confirmation", tab -> tab.shown().stream().noneMatch(item -> item.order().startsWith("~")));
        assertEquals(alice.texts(), bob.texts());
        assertEquals(encrypted, alice.summary(room).orElseThrow().encrypted());
    }

    @Test
    void everyTabOfAnAccountShowsTheSame() {
        String room = sharedRoom(true);
        TestTab second = alices.tab().hello(alice.userId());
        second.open(room);
        say(second, room, "from the second tab");
        alice.await("the message", tab -> tab.texts().contains("from the second tab"));
        bob.await("the message", tab -> tab.texts().contains("from the second tab"));
    }

    @Test
    void aSecondTabIsTheSameParticipantAndDoesNotGoBlind() {
        String room = sharedRoom(true);
        TestTab second = alices.tab().hello(alice.userId());
        second.open(room);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            say(alice, room, "first tab " + i);
            say(second, room, "second tab " + i);
            expected.addAll(List.of("first tab " + i, "second tab " + i));
        }
        bob.await("all, each once and in order", tab -> tab.texts().equals(expected));
        say(bob, room, "to both");
        expected.add("to both");
        for (TestTab each : List.of(alice, second)) {
            each.await("the answer", tab -> tab.texts().equals(expected));
            each.await("that bob has all", tab -> tab.shown().stream()
                    .filter(item -> item.content() instanceof TimelineItem.Content.Text)
                    .filter(item -> item.state() != TimelineItem.State.RECEIVED)
                    .allMatch(item -> item.state() == TimelineItem.State.DELIVERED));
        }
    }

    @Test
    void aRestartedCoreShowsTheHistoryAndGoesOn() {
        String room = sharedRoom(true);
        say(alice, room, "before");
        bob.await("the message", tab -> tab.texts().contains("before"));
        bobs.restart();
        say(alice, room, "meanwhile");
        TestTab again = bobs.tab().hello(Optional.empty());
        again.await("the account", tab -> tab.userId().equals(Optional.of(bobId)) && tab.summary(room).isPresent());
        again.open(room);
        again.await("all of it", tab -> tab.texts().equals(List.of("before", "meanwhile")));
        say(again, room, "after");
        alice.await("the answer", tab -> tab.texts().contains("after"));
    }

    @Test
    void messagesWrittenOfflineAreSentInOrderOnceBack() {
        String room = sharedRoom(true);
        alices.network.setOnline(false);
        alice.await("offline", tab -> tab.state().equals(Optional.of(Connection.State.OFFLINE)));
        say(alice, room, "one");
        say(alice, room, "two");
        assertEquals(
                TimelineItem.State.WAITING, alice.item("one").orElseThrow().state());
        alices.network.setOnline(true);
        bob.await("both messages", tab -> tab.texts().equals(List.of("one", "two")));
        alice.await("online", tab -> tab.state().equals(Optional.of(Connection.State.ONLINE)));
    }

    @Test
    void aMessageIsReadWhenTheOtherHasReadIt() {
        String room = sharedRoom(true);
        say(alice, room, "read me");
        bob.await("the message", tab -> tab.item("read me").isPresent());
        assertEquals(1, bob.summary(room).orElseThrow().unread());
        bob.ask(new Command.MarkRead(room, bob.item("read me").orElseThrow().eventId().orElseThrow()));
        bob.await("nothing unread", tab -> tab.summary(room).orElseThrow().unread() == 0);
        alice.await(
                "the receipt",
                tab -> tab.item("read me").orElseThrow().state() == TimelineItem.State.READ);
    }

    @Test
    void anInvitationCanBeDeclinedAndARoomLeft() {
        String room = alice.ask(new Command.CreateRoom("Declined", List.of(bobId), false)).requireString("room_id");
        bob.await("the invitation", tab -> tab.summary(room).isPresent());
        bob.ask(new Command.DeclineInvite(room));
        bob.await("no room", tab -> tab.summary(room).isEmpty());
        alice.ask(new Command.LeaveRoom(room));
        alice.await("no room", tab -> tab.summary(room).isEmpty());
    }

    @Test
    void mistakesAreNamed() {
        TestTab tab = alices.tab().hello(Optional.empty());
        String name = alice.userId().orElseThrow();
        assertEquals(
                Problem.Code.ALREADY_SIGNED_IN,
                tab.refused(new Command.SignIn(homeserver, name, PASSWORD)).code());
        assertEquals(
                Problem.Code.WRONG_PASSWORD,
                tab.refused(new Command.SignIn(homeserver, bobId, "wrong")).code());
        assertEquals(
                Problem.Code.USERNAME_TAKEN,
                tab.refused(new Command.CreateAccount(homeserver, localpart(bobId), PASSWORD)).code());
        assertEquals(
                Problem.Code.UNKNOWN_HOMESERVER,
                tab.refused(new Command.SignIn("http://localhost:1", "x", "y")).code());
        assertEquals(
                Problem.Code.UNKNOWN_USER,
                alice.refused(new Command.CreateRoom(
                                "R", List.of("@nobody-" + UUID.randomUUID() + bobId.substring(bobId.indexOf(':'))), true))
                        .code());
        String room = sharedRoom(true);
        assertEquals(
                Problem.Code.EMPTY_MESSAGE,
                alice.refused(new Command.SendText(room, " \n ")).code());
        assertEquals(
                Problem.Code.TOO_LARGE,
                alice.refused(new Command.SendText(room, "x".repeat(Transfer.MAX_LENGTH + 1))).code());
        say(alice, room, "y".repeat(44_000));
        bob.await("a large message", view -> view.item("y".repeat(44_000)).isPresent());
    }

    @Test
    void aTextTooLongForOneEventIsOneMessage() {
        String room = sharedRoom(true);
        String text = "a line of a long text\n".repeat(10_000);
        alice.ask(new Command.SendText(room, text));
        bob.await("all of it", view -> LongTexts.only(view)
                .filter(item -> LongTexts.of(item).standing() == TimelineItem.Content.LongText.Standing.WHOLE)
                .isPresent());
        assertEquals(text, LongTexts.read(bob, room));
        alice.await("all of it is back", view -> LongTexts.only(view).orElseThrow().eventId().isPresent());
        assertEquals(text, LongTexts.read(alice, room));
        assertEquals(LongTexts.only(alice).orElseThrow().eventId(), LongTexts.only(bob).orElseThrow().eventId());
    }

    @Test
    void aRoomKeyThatGetsLostIsAskedForAndComes() {
        AtomicBoolean lost = new AtomicBoolean();
        JvmHttp network = new JvmHttp();
        TestTab carol = signedUp(profile(new Profile((request, abort) -> {
            boolean lose = request.url().contains("/sendToDevice/m.room.encrypted/") && !lost.getAndSet(true);
            return lose ? new HttpResponse(200, Map.of(), "{}") : network.send(request, abort);
        }, Optional.of(homeserver))), "carol");
        String room = carol.ask(new Command.CreateRoom("Lossy", List.of(bobId), true)).requireString("room_id");
        join(bob, room);
        carol.open(room);
        carol.await("bob", tab -> tab.summary(room).orElseThrow().memberCount() == 2);
        say(carol, room, "hello bob");
        bob.await("something that can't be read", tab -> tab.shown().stream()
                .anyMatch(item -> item.state() == TimelineItem.State.UNDECRYPTABLE));
        bob.await("carol's message", tab -> tab.texts().contains("hello bob"));
    }

    @Test
    void whatIsEphemeralIsHeardOnceByTheOther() throws InterruptedException {
        String room = sharedRoom(true);
        say(alice, room, "so that the devices know each other");
        bob.await("alice's message", tab -> tab.texts().size() == 1);
        List.of(alices, bobs).forEach(Profile::stop);
        Account speaking = opened(alices);
        Account listening = opened(bobs);
        BlockingQueue<Ephemeral> heard = new LinkedBlockingQueue<>();
        listening.ephemerals().onHeard(heard::add);
        assertTrue(listening.awaitUntil(() -> listening.link().state() == Link.State.ONLINE, 30_000));
        JsonObject content = JsonObject.builder().put("x", 3).build();
        assertEquals(
                Ephemerals.Outcome.SENT, speaking.ephemerals().say("id", new RoomId(room), "test.pointer", content));
        Ephemeral said = heard.poll(30, TimeUnit.SECONDS);
        assertEquals(speaking.userId(), said.from().value());
        assertEquals(content, said.content());
        assertEquals(
                Ephemerals.Outcome.SENT, speaking.ephemerals().say("id", new RoomId(room), "test.pointer", content));
        assertTrue(heard.isEmpty(), "once");
        List.of(speaking, listening).forEach(account -> account.close(Trouble.NONE));
    }

    /** The account of a profile whose core has ended, without a core around it. */
    private static Account opened(Profile profile) {
        Account account = new Account(
                profile.host,
                profile.accounts.open(profile.accounts.list().get(0)),
                Tables.of(profile.host.json(), profile.host.log()),
                new Account.Listener() {
                    @Override
                    public void committed(Account of, Changes changes) {}

                    @Override
                    public void linkChanged(Account of) {}
                });
        account.start();
        return account;
    }

    @Test
    void signingOutRemovesEverything() {
        TestTab second = alices.tab().hello(alice.userId());
        alice.ask(new Command.SignOut());
        second.await("signed out", tab -> tab.userId().isEmpty() && tab.accounts().isEmpty());
        assertTrue(alices.accounts.list().isEmpty());
    }

    @Test
    void earlierMessagesAreLoadedOnDemand() {
        String room = alice.ask(new Command.CreateRoom("Long", List.of(bobId), false)).requireString("room_id");
        alice.open(room);
        for (int i = 0; i < 120; i++) {
            say(alice, room, "m" + i);
        }
        alice.await("all sent", tab -> tab.shown().stream().noneMatch(item -> item.order().startsWith("~")));
        join(bob, room);
        while (bob.hasOlder()) {
            bob.ask(new Command.LoadOlder(room));
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            expected.add("m" + i);
        }
        bob.await("all messages", tab -> tab.texts().equals(expected));
    }

    private Profile profile() {
        return profile(new Profile(homeserver));
    }

    private Profile profile(Profile profile) {
        profiles.add(profile);
        return profile;
    }

    private TestTab signedUp(Profile profile, String name) {
        TestTab tab = profile.tab().hello(Optional.empty());
        String user = tab.ask(new Command.CreateAccount(
                        "", name + "-" + UUID.randomUUID().toString().substring(0, 8), PASSWORD))
                .requireString("user_id");
        tab.hello(Optional.of(user));
        tab.await("online", t -> t.state().equals(Optional.of(Connection.State.ONLINE)));
        return tab;
    }

    /** A room of alice's that bob has joined, open in both tabs. */
    private String sharedRoom(boolean encrypted) {
        String room = alice.ask(new Command.CreateRoom("Grove", List.of(bobId), encrypted)).requireString("room_id");
        join(bob, room);
        alice.open(room);
        alice.await("bob", tab -> tab.summary(room).orElseThrow().memberCount() == 2);
        return room;
    }

    private static void join(TestTab tab, String room) {
        tab.await("the invitation", t -> t.summary(room)
                .filter(summary -> summary.membership() == RoomSummary.Membership.INVITE)
                .isPresent());
        tab.ask(new Command.AcceptInvite(room));
        tab.open(room);
    }

    private static void say(TestTab tab, String room, String text) {
        tab.ask(new Command.SendText(room, text));
    }

    private static String localpart(String userId) {
        return userId.substring(1, userId.indexOf(':'));
    }
}
