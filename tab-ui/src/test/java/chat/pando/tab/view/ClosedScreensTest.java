package chat.pando.tab.view;

import static chat.pando.tab.model.Given.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Hello;
import chat.pando.protocol.Incompatible;
import chat.pando.protocol.Moved;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.ToCore;
import chat.pando.tab.model.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown where an account or the line is closed for good: each screen says what to do next. */
class ClosedScreensTest {

    @Test
    void lostDataLeadToTheSignInScreenWithEverythingButThePassword() {
        try (TabPage tab = TabPage.showing(Given.closed(Problem.Code.STORAGE_LOST))) {
            assertEquals("This browser has lost the account's data", tab.find(".notice h2").getTextContent());
            tab.click(tab.button("Sign in again"));
            tab.welcome(new Snapshot(List.of(), Optional.empty()));
            assertEquals(ALICE, tab.value("Username"));
            assertEquals("https://example.org", tab.value("Homeserver"));
            assertEquals("", tab.value("Password"));
            assertEquals(tab.field("Password"), tab.focused());
        }
    }

    @Test
    void dataOfANewerVersionAskForAReload() {
        try (TabPage tab = TabPage.showing(Given.closed(Problem.Code.STORAGE_NEWER))) {
            assertEquals("A newer Pando has updated your data", tab.find(".notice h2").getTextContent());
            assertEquals("closed", tab.find("main").getAttribute("data-pane"));
            assertEquals("Reload page", tab.find(".notice button").getTextContent());
        }
    }

    @Test
    void aCoreThatSpeaksOtherwiseAsksForAReloadAndOffersIt() {
        try (TabPage tab = TabPage.showing(Given.snapshot(List.of(), Optional.empty()))) {
            tab.say(new Incompatible(TabPage.CORE, ToCore.VERSION + 1));
            assertTrue(tab.find("[role=status]").getTextContent().contains("Reload to update"));
            tab.click(tab.button("Reload"));
            tab.follow();
            assertEquals(1, tab.posted().size());
            assertTrue(tab.posted().get(0) instanceof Hello);
        }
    }

    @Test
    void aMoveStartsTheOtherCoreInPlace() {
        try (TabPage tab = TabPage.showing(Given.snapshot(List.of(), Optional.empty()))) {
            tab.say(new Moved(TabPage.CORE, "worker.js?v=next", ToCore.VERSION));
            assertEquals("worker.js?v=next", tab.run("fake.workers[fake.workers.length - 1]"));
            assertEquals("Pando was updated: changing over…", tab.find("[role=status]").getTextContent());
        }
    }
}
