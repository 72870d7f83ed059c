package chat.pando.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.HttpFailure;
import chat.pando.matrix.Answer;
import chat.pando.store.OutboxRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a message that doesn't get through: each test is named after what another implementation gets wrong. */
class FailPathTest {

    private static final long TEN_MINUTES = 600_000;

    private final Sending sending = new Sending();

    @Test
    void aFailedSendIsNotFinal() {
        OutboxRow message = sending.write("hello");
        sending.server = request -> sending.attempts.size() < 4
                ? new Answer.Silence(HttpFailure.Cause.TIMEOUT)
                : Sending.accepted(request);
        sending.run();
        assertEquals(OutboxRow.State.SENT, sending.row(message).state());
        assertEquals(1, sending.attempts.stream().distinct().count(), "the same bytes under the same id");
    }

    @Test
    void exhaustionIsNotReportedAsSent() {
        OutboxRow message = sending.write("hello");
        long began = sending.clock.now();
        sending.server = request -> Sending.refused(503, "M_UNKNOWN");
        sending.run();
        assertEquals(OutboxRow.State.FAILED, sending.row(message).state());
        assertTrue(sending.row(message).failure().isPresent(), "and why is said");
        assertTrue(sending.clock.now() - began >= TEN_MINUTES);
    }

    @Test
    void nothingIsDeletedSilentlyAfterSoManySends() {
        OutboxRow message = sending.write("hello");
        sending.restMillis = 1_000;
        sending.server = request -> sending.attempts.size() < 200
                ? Sending.refused(502, "")
                : Sending.accepted(request);
        sending.run();
        assertEquals(OutboxRow.State.SENT, sending.row(message).state());
    }

    @Test
    void noTimeRunsWhileOffline() {
        OutboxRow message = sending.write("hello");
        sending.online = false;
        sending.restMillis = TEN_MINUTES;
        sending.server = request -> {
            sending.online = sending.attempts.size() >= 20;
            return sending.attempts.size() < 21
                    ? new Answer.Silence(HttpFailure.Cause.UNREACHABLE)
                    : Sending.accepted(request);
        };
        sending.run();
        assertEquals(OutboxRow.State.SENT, sending.row(message).state());
    }

    @Test
    void waitingForThePaceIsNeverAFailure() {
        OutboxRow message = sending.write("hello");
        sending.server = request ->
                sending.attempts.size() < 10 ? Sending.tooMuch(TEN_MINUTES) : Sending.accepted(request);
        sending.beforeAttempt = () -> assertEquals(OutboxRow.State.SENDING, sending.row(message).state());
        sending.run();
        assertEquals(OutboxRow.State.SENT, sending.row(message).state());
        assertTrue(sending.clock.now() - 1_700_000_000_000L >= 9 * TEN_MINUTES, "the server's wish is obeyed");
    }

    /** Also a long text between two of its parts, which looks as if it were under way. */
    @Test
    void whatWaitsForThePaceIsShownWaiting() {
        OutboxRow text = sending.writeLong("A line of a long text.\n".repeat(20_000));
        long[] takenAt = {sending.clock.now() - TEN_MINUTES};
        sending.server = request -> {
            long next = takenAt[0] + 5_000;
            if (sending.clock.now() < next) {
                return Sending.tooMuch(next - sending.clock.now());
            }
            takenAt[0] = sending.clock.now();
            return Sending.accepted(request);
        };
        List<OutboxRow.State> shown = new ArrayList<>();
        sending.beforeWait = () -> shown.add(sending.row(text).state());
        sending.run();
        assertEquals(OutboxRow.State.SENT, sending.row(text).state());
        int parts = sending.row(text).parts().orElseThrow().turn();
        assertTrue(sending.attempts.size() < 2 * parts - 1, "most parts wait before they are sent, not to be refused");
        assertTrue(shown.size() >= parts - 1);
        assertEquals(Set.of(OutboxRow.State.WAITING), Set.copyOf(shown));
    }

    @Test
    void whatTheServerRefusedAsTooMuchCanBeTakenBackAndWhatItMayHaveCannot() {
        OutboxRow paced = sending.write("paced");
        OutboxRow doubtful = sending.write("doubtful");
        sending.server = request -> {
            if (sending.texts().size() == 1) {
                return Sending.tooMuch(1_000);
            }
            return sending.texts().size() == 2
                    ? new Answer.Silence(HttpFailure.Cause.TIMEOUT)
                    : Sending.accepted(request);
        };
        sending.beforeAttempt = () -> {
            if (sending.attempts.size() == 1) {
                assertFalse(sending.discard(paced), "it is just being sent");
            }
        };
        sending.run();
        assertEquals(List.of("paced", "paced", "paced", "doubtful"), sending.texts());
        assertEquals(OutboxRow.State.SENT, sending.row(doubtful).state());
        OutboxRow third = sending.write("third");
        sending.jobs().run(draft -> {
            OutboxRow waiting = third.sealedAs(new OutboxRow.Sealed(third.type(), third.content()))
                    .withState(OutboxRow.State.WAITING);
            sending.outbox.put(waiting, draft);
            return waiting;
        });
        assertTrue(sending.discard(third), "the server has refused it");
        OutboxRow fourth = sending.write("fourth");
        sending.jobs().run(draft -> {
            OutboxRow waiting = fourth.sealedAs(new OutboxRow.Sealed(fourth.type(), fourth.content()))
                    .withState(OutboxRow.State.WAITING)
                    .doubted();
            sending.outbox.put(waiting, draft);
            return waiting;
        });
        assertFalse(sending.discard(fourth), "the server may have it");
    }

    @Test
    void anErrorOfOneMessageLeavesNoneOfTheOthersQueuedBehindIt() {
        OutboxRow first = sending.write("first");
        sending.write("second");
        sending.write("third");
        sending.server = request -> sending.texts().size() == 1
                ? Sending.refused(403, "M_FORBIDDEN")
                : Sending.accepted(request);
        sending.run();
        assertEquals(OutboxRow.State.FAILED, sending.row(first).state());
        assertEquals(List.of("first", "second", "third"), sending.texts());
    }

    @Test
    void aRetriedMessageKeepsItsPlaceAmongThoseThatWait() {
        OutboxRow first = sending.write("first");
        sending.server = request -> Sending.refused(403, "M_FORBIDDEN");
        sending.run();
        sending.write("second");
        sending.write("third");
        assertTrue(sending.retry(first));
        sending.server = Sending::accepted;
        sending.run();
        assertEquals(List.of("first", "first", "second", "third"), sending.texts());
    }

    @Test
    void allFailedMessagesAreRetriedInTheOrderInWhichTheyWereWritten() {
        List.of("one", "two", "three").forEach(sending::write);
        sending.server = request -> Sending.refused(403, "M_FORBIDDEN");
        sending.run();
        assertEquals(3, (int) sending.jobs().run(draft -> sending.outbox.retryAll(Sending.ROOM, draft)));
        sending.server = Sending::accepted;
        sending.run();
        assertEquals(List.of("one", "two", "three"), sending.texts().subList(3, 6));
        assertEquals(0, (int) sending.jobs().run(draft -> sending.outbox.retryAll(Sending.ROOM, draft)));
    }

    @Test
    void aRetryAfterARefusalIsANewMessageAndAfterADoubtTheSame() {
        OutboxRow refused = sending.write("refused");
        OutboxRow doubtful = sending.write("doubtful");
        sending.server = request -> sending.texts().contains("doubtful")
                ? new Answer.Silence(HttpFailure.Cause.TIMEOUT)
                : Sending.refused(403, "M_FORBIDDEN");
        sending.run();
        int before = sending.attempts.size();
        String sentAs = sending.attempts.get(0).path();
        assertTrue(sending.retry(refused) && sending.retry(doubtful));
        sending.server = Sending::accepted;
        sending.run();
        assertNotEquals(sentAs, sending.attempts.get(before).path());
        assertEquals(sending.attempts.get(before - 1), sending.attempts.get(before + 1));
    }

    @Test
    void aCompletionThatComesLateOrTwiceIsHarmless() {
        OutboxRow message = sending.write("hello");
        sending.run();
        OutboxRow sent = sending.row(message);
        sending.jobs().run(draft -> {
            sending.outbox.delayed(sent, true, draft);
            sending.outbox.accepted(sent, sent.event().orElseThrow(), draft);
            return sent;
        });
        assertEquals(OutboxRow.State.SENT, sending.row(message).state());
    }

    @Test
    void aCompletionThatComesBeforeTheAnswerIsNotLost() {
        OutboxRow message = sending.write("hello");
        sending.server = request -> {
            echo(message);
            return Sending.accepted(request);
        };
        sending.run();
        assertEquals(List.of(), sending.rows());
        assertEquals(1, sending.attempts.size());
    }

    @Test
    void aCompletionThatComesInPlaceOfTheAnswerEndsTheAttempts() {
        OutboxRow message = sending.write("hello");
        sending.server = request -> {
            echo(message);
            return new Answer.Silence(HttpFailure.Cause.TIMEOUT);
        };
        sending.run();
        assertEquals(List.of(), sending.rows());
        assertEquals(1, sending.attempts.size());
    }

    /** /sync brings the message back. */
    private void echo(OutboxRow message) {
        sending.jobs().run(draft -> {
            sending.tables.outbox().delete(draft, message);
            return message;
        });
    }

    @Test
    void aFailedEncryptionIsNotFinal() {
        OutboxRow message = sending.write("hello");
        AtomicInteger without = new AtomicInteger(1);
        sending.keysAreThere = () -> without.getAndDecrement() <= 0;
        sending.run();
        assertEquals(OutboxRow.State.SENT, sending.row(message).state());
    }

    @Test
    void aFailureSaysAtWhichStepItHappenedAndNoOther() {
        OutboxRow unsealed = sending.write("its keys never come");
        sending.keysAreThere = () -> false;
        sending.run();
        sending.keysAreThere = () -> true;
        OutboxRow refused = sending.write("the server refuses it");
        sending.server = request -> Sending.refused(403, "M_FORBIDDEN");
        sending.run();
        OutboxRow unanswered = sending.write("the server says nothing");
        sending.server = request -> new Answer.Silence(HttpFailure.Cause.TIMEOUT);
        sending.run();
        assertTrue(words(unsealed).contains("keys") && !words(refused).contains("keys"));
        assertEquals("FORBIDDEN", sending.row(refused).failure().orElseThrow().code());
        assertTrue(words(unanswered).contains("may have it or not") && !words(unsealed).contains("may have it"));
    }

    private String words(OutboxRow message) {
        return sending.row(message).failure().orElseThrow().words();
    }
}
