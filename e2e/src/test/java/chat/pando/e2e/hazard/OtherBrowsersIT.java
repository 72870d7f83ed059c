package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.StageExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other browsers do or lack, simulated in this one. */
@ExtendWith(StageExtension.class)
class OtherBrowsersIT extends DeployedSite {

    @Test
    void aBrowserThatEndsTransactionsAfterOneMicrotaskServesAsWell() {
        site.deploy(0, Scripts.read("early-end.js"));
        Company company = new Company(stage, home, 2);
        home.killCores();
        company.writeInEveryTab("to a core that had to read everything");
        company.awaitAllEverywhere();
        company.assertAllInPlace();
    }

    /** What is said to be stored is on the disk, where browsers say so too early unless they are asked. */
    @Test
    void everyChangeIsAskedToBeDurable() {
        site.deploy(0, Scripts.read("tell-durability.js"));
        TabPage listener = home.newTab(site.elsewhere().toString());
        listener.page().evaluate(Scripts.read("hear-durability.js"));
        new Company(stage, home, 1);
        assertEquals(List.of("strict"), listener.page().evaluate("() => durabilities"));
    }

    @Test
    void withoutWebLocksNothingIsStarted() {
        home.prepare("delete Navigator.prototype.locks;");
        assertNothingStartsFor("Web Locks");
        assertEquals(List.of(), home.databases(home.newTab(site.elsewhere().toString())));
    }

    @Test
    void withoutIndexedDbNothingIsStarted() {
        home.withdraw("indexedDB");
        assertNothingStartsFor("IndexedDB");
    }

    private void assertNothingStartsFor(String missing) {
        TabPage tab = home.newTab();
        assertThat(tab.page().getByText(missing).first()).isVisible();
        assertEquals(List.of(), home.cores());
    }
}
