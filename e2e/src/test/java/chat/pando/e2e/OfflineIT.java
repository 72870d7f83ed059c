package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.ShownMessage;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.proxy.WireAnswer;
import chat.pando.e2e.stage.InTabs;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network fails in many ways: what is typed is sent exactly once, in order, when it can be. */
@InTabs
class OfflineIT extends TwoPeople {

    private static final String ROOM = "Patience";
    private static final List<String> TYPED = List.of("first offline", "second offline", "third offline");

    @BeforeEach
    void meet() {
        meetIn(ROOM);
        aliceTab.openRoom(ROOM);
        aliceTab.say("hello");
        bobTab.awaitArrived(List.of("hello"));
    }

    @Test
    void whatIsTypedOfflineIsSentLaterOnceAndInOrder() {
        stage.proxy().cut();
        TYPED.forEach(aliceTab::say);
        assertThat(aliceTab.status()).hasText(Pattern.compile("offline|reach|connect", Pattern.CASE_INSENSITIVE));
        aliceTab.awaitMessages("the messages wait", shown -> TYPED.stream().allMatch(body -> shown.stream()
                .anyMatch(message -> message.says(body) && List.of("waiting", "sending").contains(message.state()))));
        aliceTab.reload();
        aliceTab.openRoom(ROOM);
        aliceTab.awaitMessages("the messages are there after a reload", shown -> TYPED.stream()
                .allMatch(body -> shown.stream().anyMatch(message -> message.says(body))));
        stage.proxy().mend();
        bothShowInOrder(TYPED);
    }

    @Test
    void whatIsTypedOfflineIsSentAfterTheBrowserWasClosed() {
        stage.proxy().cut();
        TYPED.forEach(aliceTab::say);
        home.restart();
        aliceTab = home.newTab();
        stage.proxy().mend();
        aliceTab.awaitSignedIn(alice);
        aliceTab.openRoom(ROOM);
        bothShowInOrder(TYPED);
    }

    @Test
    void lostAnswersAndRepeatedRequestsAreNotSecondMessages() {
        stage.proxy().rule(Requests.SEND, Fault.loseAnswer()).times(1);
        stage.proxy().rule(Requests.SEND, Fault.loseRequest()).times(1);
        stage.proxy().rule(Requests.SEND, Fault.repeat()).times(2);
        TYPED.forEach(aliceTab::say);
        bothShowInOrder(TYPED);
    }

    @Test
    void aSlowOrFailingServerOnlyMeansLater() {
        stage.proxy().rule(Requests.SEND, Fault.answer(WireAnswer.rateLimited(500))).times(1);
        stage.proxy().rule(Requests.SEND, Fault.answer(WireAnswer.error(500, "M_UNKNOWN"))).times(1);
        stage.proxy().rule(Requests.SEND, Fault.answer(WireAnswer.html(502))).times(1);
        stage.proxy().rule(Requests.SYNC, Fault.answer(WireAnswer.html(502))).times(1);
        TYPED.forEach(aliceTab::say);
        bothShowInOrder(TYPED);
    }

    @Test
    void aSyncThatIsLostLosesNoMessage() {
        stage.proxy().rule(Requests.SYNC, Fault.loseAnswer()).times(2);
        stage.proxy().rule(Requests.KEYS_CLAIM.or(Requests.TO_DEVICE), Fault.loseAnswer()).times(1);
        for (String body : TYPED) {
            bobTab.say(body);
        }
        bothShowInOrder(TYPED);
    }

    private void bothShowInOrder(List<String> bodies) {
        for (TabPage tab : List.of(aliceTab, bobTab)) {
            List<ShownMessage> shown = tab.awaitArrived(bodies);
            List<String> order = shown.stream().flatMap(message -> said(message, bodies)).toList();
            assertEquals(bodies, order);
        }
    }

    private static Stream<String> said(ShownMessage message, List<String> bodies) {
        return bodies.stream().filter(message::says);
    }
}
