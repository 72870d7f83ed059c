package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Fault;
import chat.pando.e2e.proxy.Gate;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.stage.StageExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A core waits for the lock of another one. The cure must not be worse than the fault: a core that lives is never
 * robbed, however long it takes, and one that hangs only once.
 */
@ExtendWith(StageExtension.class)
class LockWaitIT extends DeployedSite {

    /** More than the number after which a core that gives no sign of life is robbed. */
    private static final int MANY_ASKS = 20;

    @Test
    void aCoreThatIsStillBusyIsWaitedForAsLongAsItTakes() throws InterruptedException {
        Company company = new Company(stage, home, 1);
        TabPage tab = company.tab();
        int epoch = company.epoch();
        long rooms = stage.traffic().count(Requests.CREATE_ROOM);
        Gate gate = new Gate();
        stage.proxy().rule(Requests.CREATE_ROOM, Fault.holdAnswer(gate)).times(1);
        tab.fillNewRoom(tab.openNewRoom(), "Takes long", "");
        tab.button("Create").click();
        gate.awaitReached();
        tab.page().evaluate(Scripts.read("count-asks.js"));

        site.deploy(1, Scripts.read("hasten.js"));
        TabPage newest = home.newTab();
        tab.page().waitForCondition(() -> (int) tab.page().evaluate("() => asks") > MANY_ASKS);
        assertEquals(epoch, company.epoch(), "the account was robbed of a core that lives");

        gate.open();
        newest.awaitSignedIn(company.alice());
        assertThat(newest.roomLink("Takes long")).hasCount(1);
        home.awaitCore(site.core());
        assertEquals(epoch + 1, company.epoch());
        assertEquals(rooms + 1, stage.traffic().count(Requests.CREATE_ROOM), "rooms asked for");
        tab.openRoom(Company.ROOM);
        company.awaitAllEverywhere();
        company.assertAllInPlace();
    }

    @Test
    void aCoreThatHangsIsRobbedOnceAndNoFurtherOneIs() {
        site.deploy(0, Scripts.read("hung.js"));
        Company company = new Company(stage, home, 1);
        int epoch = company.epoch();

        site.deploy(1, Scripts.read("hasten.js"));
        TabPage newest = company.newTab();
        assertEquals(epoch + 1, company.epoch());
        assertThat(company.tab().page().getByText("taken over").first()).isVisible();
        company.tab().reload();
        home.awaitCore(site.core());
        newest.openRoom(Company.ROOM);
        company.say(newest, "after the robbery");
        company.awaitAllEverywhere();
        assertEquals(epoch + 1, company.epoch());
        assertEquals(List.of(site.core()), home.cores());
    }
}
