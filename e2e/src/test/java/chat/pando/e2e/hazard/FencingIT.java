package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.stage.Deployment;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two cores have one database open, because one of them doesn't respect the lock: the epoch alone must do. */
@InTabs
class FencingIT {

    @Test
    void aCoreThatWasOvertakenWritesAndSendsNothingMore(Stage stage) {
        Deployment site = stage.deployment();
        Profile home = stage.profile("home", site.url());
        Company company = new Company(stage, home, 1);
        TabPage tab = company.tab();
        int epoch = company.epoch();

        site.deploy(1, Scripts.read("unlocked.js"));
        home.newTab();
        tab.page().waitForCondition(() -> company.epoch() > epoch);
        int fence = stage.traffic().all().size();
        tab.write("to a core that may not write");
        assertThat(tab.page().getByText("taken over").first()).isVisible();
        assertEquals(epoch + 1, company.epoch());
        assertEquals(List.of(), stage.traffic().from(fence).stream().filter(Requests.CHANGE).toList(),
                "what a core that was overtaken has changed at the server");
        home.close();
    }
}
