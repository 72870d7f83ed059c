package chat.pando.e2e.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.Deployment;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that the browser keeps while the person is elsewhere must be sent nothing, or the browser drops it. */
@InTabs
class BackForwardCacheIT {

    /** Other browsers tell a page only that it is hidden, and not that it is frozen. */
    private static final String UNTOLD_OF_FREEZING = """
            for (const kind of ['freeze', 'resume']) {
                document.addEventListener(kind, event => event.stopImmediatePropagation(), true);
            }""";

    private Deployment site;
    private Profile home;
    private Company company;
    private TabPage away;

    @BeforeEach
    void leaveOnePage(Stage stage) {
        site = stage.deployment();
        home = stage.profile("home", site.url());
        home.prepare(UNTOLD_OF_FREEZING);
        company = new Company(stage, home, 2);
        away = company.tabs().get(1);
        away.page().evaluate("() => addEventListener('pageshow', event => { window.kept = event.persisted; })");
        away.page().navigate(site.elsewhere().toString());
        company.tab().page().waitForCondition( // until the core knows of one tab only
                () -> company.tab().page().evaluate(Scripts.read("tab-locks.js")).equals(2));
    }

    @Test
    void aPageThatComesBackFromTheBackForwardCacheGoesOnInPlace() {
        company.say(company.tab(), "while the other was away");
        company.tab().awaitArrived(List.of("while the other was away"));
        comeBack();
        company.awaitAllEverywhere();
        company.say(away, "back again");
        company.awaitAllEverywhere();
    }

    @Test
    void aStalePageThatComesBackAfterAnUpgradeDragsNobodyBack() {
        site.deploy(1);
        company.newTab().openRoom(Company.ROOM);
        home.awaitCore(site.core());
        int epoch = company.epoch();
        comeBack();
        company.say(away, "from a page of the former version");
        company.say(company.tab(), "from a page that has moved");
        company.awaitAllEverywhere();
        company.assertAllInPlace();
        assertEquals(epoch, company.epoch(), "how often a core has opened the account");
        assertEquals(List.of(site.core()), home.cores());
    }

    private void comeBack() {
        // A page that comes out of the cache commits, but doesn't load again.
        away.page().goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
        away.page().waitForCondition(away::isMarked);
        assertTrue((boolean) away.page().evaluate("() => window.kept"), "the browser has kept the page");
    }
}
