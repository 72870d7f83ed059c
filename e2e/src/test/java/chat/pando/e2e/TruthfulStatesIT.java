package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Exchange;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Gate;
import chat.pando.e2e.proxy.Pick;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.proxy.Rule;
import chat.pando.e2e.proxy.Tampering;
import chat.pando.e2e.proxy.WireAnswer;
import chat.pando.e2e.stage.InTabs;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tab says of a message is true at that moment: the proxy knows how far the message has come. */
@InTabs
class TruthfulStatesIT extends TwoPeople {

    private static final String ROOM = "Truth";

    private final Tampering bobsSync = new Tampering();

    @BeforeEach
    void meet() {
        stage.proxy().rule(Requests.SYNC.and(of(bob)), bobsSync);
        meetIn(ROOM);
        aliceTab.openRoom(ROOM);
        aliceTab.say("hello bob");
        bobTab.awaitArrived(List.of("hello bob"));
        bobTab.say("hello alice");
        aliceTab.awaitArrived(List.of("hello alice"));
    }

    @Test
    void aMessageWaitsIsSendingSentDeliveredAndReadWhenItIs() throws InterruptedException {
        bobTab.createRoom("Elsewhere");
        bobTab.openRoom("Elsewhere");
        stage.proxy().cut();
        aliceTab.say("slowly");
        awaitState("slowly", "waiting");

        Gate toServer = new Gate();
        Gate toBob = new Gate();
        stage.proxy().rule(Requests.SEND.and(of(alice)), Fault.holdRequest(toServer));
        bobsSync.holdAnswers(toBob);
        stage.proxy().mend();
        toServer.awaitReached();
        awaitState("slowly", "sending");
        toServer.open();
        awaitState("slowly", "sent");
        aliceTab.say("another");
        awaitState("another", "sent");
        assertEquals("sent", state("slowly"), "Bob's core can't know of it");

        toBob.open();
        awaitState("slowly", "delivered");
        awaitState("another", "delivered");
        bobTab.openRoom(ROOM);
        awaitState("slowly", "read");
    }

    @Test
    void aMessageThatFailsSaysWhyAndIsSentWhenItIsTriedAgain() {
        Rule refusal = stage.proxy().rule(Requests.SEND.and(of(alice)),
                Fault.answer(WireAnswer.error(403, "M_FORBIDDEN")));
        aliceTab.say("may I?");
        awaitState("may I?", "failed");
        assertThat(aliceTab.article("may I?"))
                .containsText(Pattern.compile("does not let you write", Pattern.CASE_INSENSITIVE));
        assertThat(bobTab.article("may I?")).hasCount(0);
        refusal.end();
        TabPage.button(aliceTab.article("may I?"), "Retry").click();
        bobTab.awaitArrived(List.of("may I?"));
        aliceTab.awaitArrived(List.of("may I?"));
    }

    @Test
    void whatCannotBeHadIsAGapThatFillsIn() {
        Pick kept = new Pick(alice.userId(), 0);
        bobsSync.timeline(events -> events.stream().filter(not(kept)).toList());
        bobsSync.keepLetters();
        List<Rule> denials = List.of(
                stage.proxy().rule(Requests.EVENT.and(of(bob)), Fault.answer(WireAnswer.error(404, "M_NOT_FOUND"))),
                stage.proxy().rule(Requests.MESSAGES.and(of(bob)),
                        Fault.answer(WireAnswer.of(200, "application/json", "{\"start\":\"s\",\"chunk\":[]}"))));
        aliceTab.say("the one that is kept");
        aliceTab.awaitArrived(List.of("the one that is kept"));
        aliceTab.say("the one after");

        Locator gap = bobTab.timeline().locator("[data-state=missing]");
        assertThat(gap).hasText(Pattern.compile("missing"));
        bobTab.awaitArrived(List.of("the one after"));
        assertThat(bobTab.article("the one that is kept")).hasCount(0);
        assertTrue(gap.boundingBox().y < bobTab.article("the one after").boundingBox().y, "The gap stands above");
        awaitState("the one after", "read");
        assertEquals("sent", state("the one that is kept"), "Bob has read on, but not this");

        bobsSync.end();
        denials.forEach(Rule::end);
        stage.proxy().cut(); // what is missing is looked for at once when the connection is back
        assertThat(bobTab.status()).hasText(Pattern.compile("offline|reach|connect", Pattern.CASE_INSENSITIVE));
        stage.proxy().mend();
        bobTab.awaitArrived(List.of("the one that is kept", "the one after"));
        assertThat(gap).hasCount(0);
        assertTrue(bobTab.article("the one that is kept").boundingBox().y
                < bobTab.article("the one after").boundingBox().y, "It stands where the gap stood");
        aliceTab.awaitMessages("what came is not called less than it is", shown -> shown.stream()
                .anyMatch(message -> message.says("the one that is kept")
                        && List.of("delivered", "read").contains(message.state())));
    }

    private void awaitState(String body, String state) {
        aliceTab.awaitMessages(body + " is " + state, shown -> shown.stream()
                .anyMatch(message -> message.says(body) && message.state().equals(state)));
    }

    private String state(String body) {
        return aliceTab.messages().stream().filter(message -> message.says(body)).findFirst().orElseThrow().state();
    }

    private static Predicate<Exchange> of(Person person) {
        return exchange -> exchange.device().startsWith(person.userId() + "/");
    }
}
