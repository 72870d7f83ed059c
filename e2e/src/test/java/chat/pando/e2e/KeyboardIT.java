package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody without a pointing device gets from the sign-in to a conversation. */
@InTabs
class KeyboardIT {

    private static final int MOST_STEPS = 40;

    private TabPage tab;

    @Test
    void signsInMakesARoomAndWritesWithTheKeyboardAlone(Stage stage) {
        Person alice = stage.person("alice");
        tab = stage.profile("home").newTab();
        tab.awaitSignIn();
        type(tab.field("Homeserver"), stage.homeserver());
        type(tab.field("Username"), alice.username());
        type(tab.field("Password"), alice.password());
        press(tab.button("Create account"));
        tab.awaitSignedIn(alice);

        press(tab.button("New room"));
        Locator dialog = tab.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("New room"));
        type(dialog.getByLabel("Name"), "Keys");
        press(TabPage.button(dialog, "Create"));
        assertThat(dialog).isHidden();

        press(tab.roomLink("Keys"));
        reach(tab.composer());
        tab.page().keyboard().type("first line");
        tab.page().keyboard().press("Shift+Enter");
        tab.page().keyboard().type("second line");
        assertThat(tab.composer()).hasValue("first line\nsecond line");
        tab.page().keyboard().press("Enter");
        tab.awaitArrived(List.of("second line"));
        assertThat(tab.composer()).isFocused();
    }

    @Test
    void theMenuOfAccountsAndADialogCloseWithEscapeAndGiveTheFocusBack(Stage stage) {
        Person alice = stage.person("alice");
        tab = stage.profile("home").newTab();
        tab.createAccount(alice);
        press(tab.button("Accounts"));
        Locator item = tab.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(alice.userId()));
        assertThat(item).isVisible();
        tab.page().keyboard().press("Escape");
        assertThat(item).isHidden();
        assertThat(tab.button("Accounts")).isFocused();

        press(tab.button("New room"));
        Locator dialog = tab.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("New room"));
        assertThat(dialog).isVisible();
        tab.page().keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(tab.button("New room")).isFocused();
    }

    private void type(Locator field, String text) {
        reach(field);
        tab.page().keyboard().press("Control+A");
        tab.page().keyboard().type(text);
    }

    private void press(Locator button) {
        reach(button);
        tab.page().keyboard().press("Enter");
    }

    /** Goes on with Tab until the element has the focus. */
    private void reach(Locator element) {
        assertThat(element).isVisible();
        for (int step = 0; step < MOST_STEPS; step++) {
            if ((Boolean) element.evaluate("element => element === document.activeElement")) {
                return;
            }
            tab.page().keyboard().press("Tab");
        }
        fail("Not reached with " + MOST_STEPS + " times Tab: " + element);
    }
}
