package chat.pando.core;

import static chat.pando.core.FakeHomeserver.isSend;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.core.FakeHomeserver.Fault;
import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.KeyRange;
import chat.pando.store.MemoryDatabase;
import chat.pando.store.MemoryStore;
import chat.pando.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a person writes reaches the server once, in order, whatever the server and the network do. */
class OutboxTest extends PersonInRoom {

    OutboxTest() {
        super(new FakeHomeserver(true));
    }

    @Test
    void answersThatAreLostLeadToNoSecondMessage() {
        AtomicInteger left = new AtomicInteger(2);
        server.fault(request -> isSend(request) && left.getAndDecrement() > 0, new Fault.AnswerLost());
        say("one");
        say("two");
        tab.await("both sent", t -> confirmed() == 2);
        assertEquals(2, server.messages().size());
        server.bodies().values().forEach(bodies -> assertEquals(1, bodies.stream().distinct().count()));
    }

    @Test
    void everyAttemptIsOfTheSameBytesUnderTheSameTransaction() {
        AtomicInteger left = new AtomicInteger(2);
        server.fault(
                request -> isSend(request) && left.getAndDecrement() > 0,
                new Fault.Says(502, "<html>Bad gateway</html>"));
        say("one");
        tab.await("sent", t -> confirmed() == 1);
        List<List<String>> attempts = List.copyOf(server.bodies().values());
        assertEquals(1, attempts.size());
        assertEquals(3, attempts.get(0).size());
        assertEquals(1, attempts.get(0).stream().distinct().count());
    }

    @Test
    void aServerInTroubleDelaysMessagesAndLosesNone() {
        AtomicInteger left = new AtomicInteger(3);
        server.faults(request -> isSend(request) && left.get() > 0
                ? Optional.of(switch (left.getAndDecrement()) {
                    case 3 -> new Fault.Says(500, "<html>oops</html>");
                    case 2 -> new Fault.Says(
                            429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"error\":\"\",\"retry_after_ms\":5}");
                    default -> new Fault.Says(200, "<html>a portal</html>");
                })
                : Optional.empty());
        say("through");
        tab.await("sent", t -> confirmed() == 1);
        assertEquals(1, server.messages().size());
    }

    @Test
    void aRefusedMessageIsSetAsideAndCanBeTriedAgain() {
        server.fault(FakeHomeserver::isSend, Fault.refusal(403, "M_FORBIDDEN"));
        say("no");
        tab.await("failure", t -> state("no") == TimelineItem.State.FAILED);
        assertEquals(
                Problem.Code.FORBIDDEN,
                tab.item("no").orElseThrow().failure().orElseThrow().code());
        server.mend();
        say("yes");
        tab.await("the next one goes on", t -> state("yes") == TimelineItem.State.SENT);
        String key = tab.item("no").orElseThrow().key();
        tab.ask(new Command.RetryMessage(FakeHomeserver.ROOM, key));
        tab.await("the first one too", t -> state("no") == TimelineItem.State.SENT && confirmed() == 2);
        assertEquals(key, tab.item("no").orElseThrow().key());
    }

    @Test
    void aFailedMessageCanBeTakenBack() {
        server.fault(FakeHomeserver::isSend, Fault.refusal(413, "M_TOO_LARGE"));
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
        restart();
        assertEquals(first, tab.outcome("call-1", send));
        tab.open(FakeHomeserver.ROOM);
        tab.await("it is sent", t -> confirmed() == 1);
        assertEquals(1, server.messages().size());
    }

    @Test
    void nothingIsLeftOfWhatWasSent() {
        for (int i = 0; i < 20; i++) {
            say("message " + i);
        }
        tab.await("all are back", t -> confirmed() == 20);
        profile.stop();
        MemoryStore store = new MemoryStore(profile.accounts.database(FakeHomeserver.ME));
        assertEquals(0, store.scan(Table.OUTBOX, KeyRange.all()).size());
        assertEquals(0, store.scan(Table.REQUESTS, KeyRange.all()).size());
        assertEquals(0, store.scan(Table.LETTERS, KeyRange.all()).size());
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
}
