package chat.pando.lab.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import chat.pando.protocol.TimelineItem.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ledger finds wrong when it is, and only then. */
class LedgerTest {

    private static final int ALICE = 0;
    private static final int BOB = 1;
    private static final int CAROL = 2;

    private final Ledger ledger = new Ledger(3);

    @Test
    void whatEverybodyShowsInOrderIsInOrder() {
        Message question = sent(ALICE);
        ledger.shows(BOB, List.of(received(question)), false);
        Message answer = sent(BOB, question);
        ledger.shows(CAROL, List.of(received(question), received(answer)), false);
        ledger.shows(ALICE, List.of(own(question, State.SENT), received(answer)), false);
        assertEquals(0, ledger.outstanding());
        assertTrue(total().clean());
        assertEquals(6, total().received());
    }

    @Test
    void aMessageThatNeverComesIsMissedEvenIfItIsTheLast() {
        Message first = sent(ALICE);
        Message last = sent(ALICE, first);
        ledger.shows(BOB, List.of(received(first), received(last)), false);
        ledger.shows(CAROL, List.of(received(first)), false);
        assertEquals(1, ledger.outstanding());
        assertEquals(1, total().missing());
        assertEquals(List.of("message 1 of client 0 is missing at client 2; it stands as SENT at its sender's"),
                new Reckoning(ledger).findings());
    }

    @Test
    void whatOnceShowedAndIsGoneIsMissing() {
        Message only = sent(ALICE);
        ledger.shows(BOB, List.of(received(only)), false);
        ledger.shows(CAROL, List.of(received(only)), false);
        ledger.endsWith(CAROL, List.of());
        assertEquals(1, total().missing());
    }

    @Test
    void anAnswerBeforeItsQuestionIsOutOfOrder() {
        Message question = sent(ALICE);
        ledger.shows(BOB, List.of(received(question)), false);
        Message answer = sent(BOB, question);
        ledger.shows(CAROL, List.of(received(answer)), false);
        assertEquals(1, total().outOfOrder());
    }

    @Test
    void anAnswerBelowAGapIsExcused() {
        Message question = sent(ALICE);
        ledger.shows(BOB, List.of(received(question)), false);
        Message answer = sent(BOB, question);
        ledger.shows(CAROL, List.of(gap(), received(answer)), false);
        assertEquals(0, total().outOfOrder());
        assertEquals(List.of(0, 0, 1), new Reckoning(ledger).gapsTold());
    }

    @Test
    void aQuestionMayStandFurtherUp() {
        Message question = sent(ALICE);
        ledger.shows(BOB, List.of(received(question)), false);
        Message answer = sent(BOB, question);
        ledger.shows(CAROL, List.of(received(answer)), true);
        assertEquals(0, total().outOfOrder());
    }

    @Test
    void anAnswerThatStandsAboveItsQuestionInTheEndIsOutOfOrder() {
        Message question = sent(ALICE);
        ledger.shows(BOB, List.of(received(question)), false);
        Message answer = sent(BOB, question);
        ledger.shows(CAROL, List.of(gap(), received(answer)), false);
        ledger.endsWith(CAROL, List.of(received(answer), received(question)));
        assertEquals(1, total().outOfOrder());
    }

    @Test
    void nobodyWaitsForWhatHasFailed() {
        Message failed = sent(ALICE);
        Message next = sent(ALICE, failed);
        ledger.shows(ALICE, List.of(failed(failed), own(next, State.SENT)), false);
        ledger.shows(BOB, List.of(received(next)), false);
        ledger.shows(CAROL, List.of(received(next)), false);
        assertEquals(0, ledger.outstanding());
        assertTrue(total().clean());
        assertEquals(Map.of("FORBIDDEN", 1), total().failed());
    }

    @Test
    void aMessageShownTwiceIsDoubledThoughOneOfThemGoes() {
        Message only = sent(ALICE);
        ledger.shows(BOB, List.of(received(only), copy(only)), false);
        ledger.endsWith(BOB, List.of(received(only)));
        assertEquals(1, total().doubled());
    }

    @Test
    void deliveredMeansOnEverybodysDisk() {
        Message early = sent(ALICE);
        ledger.stored(BOB, early.number);
        ledger.shows(ALICE, List.of(own(early, State.DELIVERED)), false);
        assertEquals(1, total().falseAcknowledgements());
        Message due = sent(ALICE, early);
        ledger.stored(BOB, due.number);
        ledger.stored(CAROL, due.number);
        ledger.shows(ALICE, List.of(own(early, State.DELIVERED), own(due, State.DELIVERED)), false);
        assertEquals(1, total().falseAcknowledgements());
    }

    @Test
    void readMeansThatSomebodyHasIt() {
        Message early = sent(ALICE);
        ledger.shows(ALICE, List.of(own(early, State.READ)), false);
        assertEquals(1, total().falseAcknowledgements());
    }

    @Test
    void whatNoCoreHasAnsweredIsUnsettled() {
        ledger.writes(ALICE, 10);
        assertEquals(1, total().unsettled());
        assertFalse(total().clean());
    }

    /** A message that its sender's tab shows as sent, below earlier ones. */
    private Message sent(int sender, Message... above) {
        Message message = ledger.writes(sender, 10);
        ledger.taken(message, Message.Taking.ACCEPTED);
        List<TimelineItem> items = new ArrayList<>();
        for (Message other : above) {
            items.add(other.sender == sender ? own(other, State.SENT) : received(other));
        }
        items.add(own(message, State.SENT));
        ledger.shows(sender, items, false);
        return message;
    }

    private Tally total() {
        return new Reckoning(ledger).total();
    }

    private static TimelineItem received(Message message) {
        return item("key-" + message.number, text(message), State.RECEIVED, Optional.empty());
    }

    private static TimelineItem copy(Message message) {
        return item("copy-" + message.number, text(message), State.RECEIVED, Optional.empty());
    }

    private static TimelineItem own(Message message, State state) {
        return item("key-" + message.number, text(message), state, Optional.empty());
    }

    private static TimelineItem failed(Message message) {
        return item("key-" + message.number, text(message), State.FAILED,
                Optional.of(new Problem(Problem.Code.FORBIDDEN, "You may not.")));
    }

    private static TimelineItem gap() {
        return item("gap", new Content.Gap(), State.RECEIVED, Optional.empty());
    }

    private static Content text(Message message) {
        return new Content.Text(Content.Text.Kind.TEXT, message.text);
    }

    private static TimelineItem item(String key, Content content, State state, Optional<Problem> failure) {
        return new TimelineItem(key, Optional.of("$" + key), key, "@somebody:example.org", 0, content, state, failure);
    }
}
