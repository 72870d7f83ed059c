package chat.pando.e2e.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Gate;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.stage.Deployment;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The core begins again with fresh globals on the ports that its tabs have, and nobody has said goodbye to them. */
@InTabs
class SilentRestartIT {

    private static final int TABS = 3;

    private Stage stage;
    private Deployment site;
    private Profile home;
    private TabPage keeper;

    @BeforeEach
    void runTheCoreBehindABridge(Stage given) {
        stage = given;
        site = stage.deployment();
        site.deploy(0, Scripts.read("bridge.js"));
        home = stage.profile("home", site.url());
        keeper = home.newTab(site.elsewhere().toString());
        keeper.page().evaluate(Scripts.read("keep-core.js"), site.core());
    }

    @Test
    void aCoreThatDoesNotKnowItsTabsIsToldEverythingAgainOnTheSamePorts() throws InterruptedException {
        home.prepare(Scripts.read("no-death-notice.js"));
        Company company = new Company(stage, home, TABS);
        int lines = lines();
        beginAgainInTheMiddleOfSends(company);
        company.writeInEveryTab("to a core that knows nobody");
        company.awaitAllEverywhere();
        company.assertAllInPlace();
        assertEquals(lines, lines(), "ports on which tabs have connected");
    }

    @Test
    void tabsThatHearByItsLockThatTheCoreBeganAgainGoOnByThemselves() throws InterruptedException {
        Company company = new Company(stage, home, TABS);
        beginAgainInTheMiddleOfSends(company);
        company.awaitAllEverywhere();
        company.assertAllInPlace();
    }

    private void beginAgainInTheMiddleOfSends(Company company) throws InterruptedException {
        Gate gate = new Gate();
        stage.proxy().rule(Requests.SEND, Fault.holdAnswer(gate)).times(1);
        company.writeInEveryTab("under way");
        gate.awaitReached();
        keeper.page().evaluate("() => beginAgain()");
        gate.open();
    }

    private int lines() {
        return (int) keeper.page().evaluate("() => lines");
    }
}
