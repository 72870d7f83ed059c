package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.InTabs;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Another version of the site is deployed while tabs of the former are open. */
@InTabs
class UpgradeIT extends DeployedSite {

    @Test
    void sixTabsGoOnInPlaceThroughAnUpgradeAndARollback() {
        goThroughAnUpgradeAndARollback("");
    }

    @Test
    void soTheyDoOnASlowDisk() {
        goThroughAnUpgradeAndARollback(Scripts.read("slow-disk.js"));
    }

    private void goThroughAnUpgradeAndARollback(String before) {
        Company company = new Company(stage, home, 6);
        for (int version : new int[] {1, 0}) {
            site.deploy(version, before);
            company.writeInEveryTab("while version " + version + " comes");
            TabPage newest = company.newTab();
            newest.openRoom(Company.ROOM);
            company.awaitAllEverywhere();
            company.assertAllInPlace();
            newest.page().waitForCondition(() -> home.cores().size() == 1);
            assertEquals(version == 1, home.cores().get(0).endsWith("-1"), "which core is left");
            company.say(newest, "from a tab of version " + version);
            company.awaitAllEverywhere();
        }
    }

    @Test
    void dataOfALaterVersionAreRefusedKindlyAndLeftAlone() {
        Company company = new Company(stage, home, 2);
        int epoch = company.epoch();
        int schema = (int) company.tab().page().evaluate(Scripts.read("migrate.js"), company.database());
        home.killCores();
        Pattern words = Pattern.compile("newer Pando", Pattern.CASE_INSENSITIVE);
        for (TabPage tab : company.tabs()) {
            assertThat(tab.page().getByText(words).first()).isVisible();
        }
        company.tab().reload();
        assertThat(company.tab().page().getByText(words).first()).isVisible();
        assertEquals(epoch, company.epoch(), "the epoch of data that are not this version's");
        assertEquals(schema + 1, company.tab().page().evaluate(Scripts.read("migrate.js"), company.database()));
    }
}
