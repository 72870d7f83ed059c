package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.peer.Speaker;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads a long timeline keeps their place, whatever happens around it. */
@InTabs
class LongTimelineIT {

    private static final String ROOM = "Long";
    private static final String AT_END = "log => log.scrollHeight - log.scrollTop - log.clientHeight < 2";
    private static final String TO_THE_MIDDLE = "log => { log.scrollTop = log.scrollHeight / 2; }";

    private static final String LAST_GROWS =
            "log => { [...log.querySelectorAll('article')].at(-1).style.paddingBottom = '300px'; }";

    private TabPage tab;
    private Speaker bob;

    @BeforeEach
    void fill(Stage stage) {
        Person alice = stage.person("alice");
        tab = stage.profile("home").newTab();
        tab.createAccount(alice);
        bob = Speaker.inviting(stage.homeserverItself(), alice.userId(), ROOM);
        tab.acceptInvitation(ROOM);
        for (int i = 0; i < 60; i++) {
            bob.say("A message of some length, which is broken into lines where the window is narrow: number " + i);
        }
        tab.awaitArrived(List.of("number 59"));
        awaitEnd();
    }

    @Test
    void theEndStaysInSightWhenTheWindowChangesItsSize() {
        int[][] sizes = {{1280, 500}, {900, 900}, {390, 700}, {390, 400}, {1280, 800}, {700, 300}, {1280, 1000}};
        for (int[] size : sizes) {
            tab.page().setViewportSize(size[0], size[1]);
            awaitEnd();
            bob.say("said at " + size[0] + " by " + size[1]);
            tab.awaitArrived(List.of("said at " + size[0] + " by " + size[1]));
            awaitEnd();
        }
    }

    @Test
    void whoReadsEarlierMessagesIsNotMoved() {
        assertThat(tab.button("Jump to latest")).isHidden();
        tab.timeline().evaluate(TO_THE_MIDDLE);
        assertThat(tab.button("Jump to latest")).isVisible();
        Object place = placeInSight();
        bob.burst("later", 30);
        tab.awaitArrived(List.of("later 29"));
        assertEquals(place, placeInSight());
        tab.button("Jump to latest").click();
        awaitEnd();
        assertThat(tab.button("Jump to latest")).isHidden();
    }

    /** A browser tells of scrolling when it draws next: on a busy machine, messages come before that. */
    @Test
    void whoHasJustScrolledIsNotMovedByWhatComesBeforeTheirScrollEvent() {
        keepScrollEventsBack();
        tab.timeline().evaluate(TO_THE_MIDDLE);
        Object place = placeInSight();
        bob.burst("later", 30);
        tab.awaitArrived(List.of("later 29"));
        assertEquals(place, placeInSight());
        tab.button("Jump to latest").click();
        awaitEnd();
    }

    @Test
    void whoHasJustScrolledIsNotMovedByAMessageThatGrows() {
        keepScrollEventsBack();
        tab.timeline().evaluate(TO_THE_MIDDLE);
        Object place = placeInSight();
        tab.timeline().evaluate(LAST_GROWS);
        awaitFrame();
        assertEquals(place, placeInSight());
    }

    @Test
    void theEndStaysInSightWhenAMessageGrows() {
        tab.timeline().evaluate(LAST_GROWS);
        awaitFrame();
        assertTrue(isAtEnd(), "Only the next message would have brought it back into sight");
    }

    private void keepScrollEventsBack() {
        tab.page().evaluate("() => addEventListener('scroll', event => event.stopImmediatePropagation(), true)");
    }

    private void awaitFrame() {
        tab.page().evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private void awaitEnd() {
        tab.page().waitForCondition(this::isAtEnd);
    }

    private boolean isAtEnd() {
        return (boolean) tab.timeline().evaluate(AT_END);
    }

    /** The first message in sight, and where. */
    private Object placeInSight() {
        return tab.timeline().evaluate("log => { const top = log.getBoundingClientRect().top;"
                + " const first = [...log.querySelectorAll('article')]"
                + ".find(article => article.getBoundingClientRect().bottom > top);"
                + " return first.dataset.eventId + ' at ' + Math.round(first.getBoundingClientRect().top - top); }");
    }
}
