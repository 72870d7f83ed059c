package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.HttpRequest;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.MemoryDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person writes reaches the server once, in order, whatever the server and the network do. */
class OutboxTest {

    private final FakeHomeserver server = new FakeHomeserver(true);
    private Profile profile;
    private TestTab tab;

    @BeforeEach
    void signIn() {
        profile = new Profile(server, Optional.empty());
        tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
    }

    @AfterEach
    void stop() {
        profile.stop();
    }

    @Test
    void answersThatAreLostLeadToTheSameBytesUnderTheSameTransaction() {
        AtomicInteger left = new AtomicInteger(2);
        server.faults(request -> isSend(request) && left.getAndDecrement() > 0
                ? Optional.of(new FakeHomeserver.Fault.AnswerLost())
                : Optional.empty());
        say("one");
        say("two");
        tab.await("both sent", t -> confirmed() == 2);
        assertEquals(2, server.messages().size());
        server.bodies().values().forEach(bodies -> assertEquals(1, bodies.stream().distinct().count()));
        assertTrue(server.bodies().values().stream().anyMatch(bodies -> bodies.size() > 1), "one was repeated");
    }

    @Test
    void aServerInTroubleDelaysMessagesAndLosesNone() {
        AtomicInteger left = new AtomicInteger(3);
        server.faults(request -> isSend(request) && left.get() > 0
                ? Optional.of(switch (left.getAndDecrement()) {
                    case 3 -> new FakeHomeserver.Fault.Says(500, "<html>oops</html>");
                    case 2 -> new FakeHomeserver.Fault.Says(
                            429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"error\":\"\",\"retry_after_ms\":5}");
                    default -> new FakeHomeserver.Fault.Says(200, "<html>a portal</html>");
                })
                : Optional.empty());
        say("through");
        tab.await("sent", t -> confirmed() == 1);
        assertEquals(1, server.messages().size());
    }

    @Test
    void aRefusedMessageIsSetAsideAndCanBeTriedAgain() {
        server.faults(request -> isSend(request)
                ? Optional.of(new FakeHomeserver.Fault.Says(403, "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"\"}"))
                : Optional.empty());
        say("no");
        tab.await("failure", t -> state("no") == TimelineItem.State.FAILED);
        assertEquals(
                Problem.Code.FORBIDDEN,
                tab.item("no").orElseThrow().failure().orElseThrow().code());
        server.faults(request -> Optional.empty());
        say("yes");
        tab.await("the next one goes on", t -> state("yes") == TimelineItem.State.SENT);
        String key = tab.item("no").orElseThrow().key();
        tab.ask(new Command.RetryMessage(FakeHomeserver.ROOM, key));
        tab.await("the first one too", t -> state("no") == TimelineItem.State.SENT && confirmed() == 2);
        assertEquals(key, tab.item("no").orElseThrow().key());
    }

    @Test
    void aFailedMessageCanBeTakenBack() {
        server.faults(request -> isSend(request)
                ? Optional.of(new FakeHomeserver.Fault.Says(413, "{\"errcode\":\"M_TOO_LARGE\",\"error\":\"\"}"))
                : Optional.empty());
        say("never mind");
        tab.await("failure", t -> state("never mind") == TimelineItem.State.FAILED);
        tab.ask(new Command.DiscardMessage(
                FakeHomeserver.ROOM, tab.item("never mind").orElseThrow().key()));
        tab.await("no entry", t -> t.item("never mind").isEmpty());
    }

    @Test
    void echoAndEntryAreOneAlsoWhereSyncDoesNotTellTransactions() {
        server.tellsTransactions(false);
        say("only once");
        tab.await("the echo", t -> confirmed() == 1);
        assertEquals(List.of("only once"), tab.texts());
    }

    @Test
    void aCommandThatIsRepeatedIsCarriedOutOnce() {
        Command send = new Command.SendText(FakeHomeserver.ROOM, "once");
        Outcome first = tab.outcome("call-1", send);
        assertEquals(first, tab.outcome("call-1", send));
        profile.restart();
        tab = profile.tab().hello(Optional.empty());
        tab.await("the account", t -> t.summary(FakeHomeserver.ROOM).isPresent());
        assertEquals(first, tab.outcome("call-1", send));
        tab.open(FakeHomeserver.ROOM);
        tab.await("it is sent", t -> confirmed() == 1);
        assertEquals(1, server.messages().size());
    }

    @Test
    void aFullDiskIsSaidAndTheTextIsNotLost() {
        MemoryDatabase database = profile.accounts.database(FakeHomeserver.ME);
        database.fill(true);
        assertEquals(
                Problem.Code.STORAGE_FULL,
                tab.refused(new Command.SendText(FakeHomeserver.ROOM, "kept in the composer")).code());
        database.fill(false);
        say("later");
        tab.await("it goes on", t -> state("later") == TimelineItem.State.SENT);
    }

    @Test
    void anExpiredTokenIsRenewedOnceAndNobodyNotices() {
        server.expireToken();
        say("still here");
        tab.await("sent", t -> confirmed() == 1);
        assertEquals(1, server.asked("/refresh"));
        assertEquals(Optional.of(Connection.State.ONLINE), tab.state());
    }

    private void say(String text) {
        tab.ask(new Command.SendText(FakeHomeserver.ROOM, text));
    }

    private TimelineItem.State state(String text) {
        return tab.item(text).orElseThrow().state();
    }

    /** How many messages the server has brought back. */
    private long confirmed() {
        return tab.shown().stream()
                .filter(item -> item.content() instanceof TimelineItem.Content.Text)
                .filter(item -> !item.order().startsWith("~"))
                .count();
    }

    private static boolean isSend(HttpRequest request) {
        return request.url().contains("/send/");
    }
}
