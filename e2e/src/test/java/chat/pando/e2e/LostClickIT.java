package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.pando.e2e.stage.InTabs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room that somebody clicks on opens, whatever arrives meanwhile. */
@InTabs
class LostClickIT extends TwoPeople {

    @BeforeEach
    void openTwoRooms() {
        meetIn("Grove", "Trail");
        aliceTab.openRoom("Trail");
        bobTab.openRoom("Grove");
    }

    /** What is new in a room changes its link, and moves it to the top. */
    @Test
    void aMessageBetweenPressingAndLettingGoTakesNoClickAway() {
        aliceTab.roomLink("Grove").hover();
        aliceTab.page().mouse().down();
        bobTab.say("Are you there?");
        assertThat(aliceTab.page()).hasTitle("(1) Pando");
        aliceTab.page().mouse().up();
        assertThat(aliceTab.article("Are you there?")).isVisible();
        assertThat(aliceTab.roomLink("Grove")).hasAttribute("aria-current", "page");
    }

    /** As a snapshot does that comes after the link was followed and before the page hears of that. */
    @Test
    void aRoomOpensAlthoughTheAddressWasSetBackBefore() {
        aliceTab.roomLink("Grove").evaluate("link => {"
                + " const before = location.href; link.click(); history.pushState(null, '', before); }");
        assertThat(aliceTab.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Grove")))
                .isVisible();
        assertThat(aliceTab.roomLink("Grove")).hasAttribute("aria-current", "page");
    }
}
