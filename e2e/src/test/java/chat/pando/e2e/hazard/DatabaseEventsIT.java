package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.stage.Stage;
import chat.pando.e2e.stage.StageExtension;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What IndexedDB tells a core that works on a database: to let go of it, or that it was closed. */
@ExtendWith(StageExtension.class)
class DatabaseEventsIT {

    private Stage stage;
    private Profile home;
    private Company company;
    private TabPage tab;

    @BeforeEach
    void begin(Stage given) {
        stage = given;
        home = stage.profile("home");
        company = new Company(stage, home, 2);
        tab = company.tab();
    }

    /** {@code onclose}: the connection comes back, in the same epoch. */
    @Test
    void theBrowserClosesTheDatabaseAndTheCoreOpensItOnceMore() {
        int epoch = company.epoch();
        tab.page().evaluate(Scripts.read("watch-close.js"), company.database());
        home.closeDatabases();
        tab.page().waitForCondition(() -> (boolean) tab.page().evaluate("() => window.closedByTheBrowser === true"));
        company.say(tab, "after the browser closed the database");
        company.awaitAllEverywhere();
        company.assertAllInPlace();
        assertEquals(epoch, company.epoch(), "how often a core has taken the account over");
    }

    /** {@code versionchange}: a later Pando upgrades the database, and need not wait for a core that works. */
    @Test
    void aDatabaseThatIsUpgradedUnderACoreIsLetGoAtOnceAndForGood() {
        tab.page().evaluate(Scripts.read("migrate.js"), company.database());
        int upgraded = stage.traffic().all().size();
        tab.write("to a core that has let go");
        for (TabPage each : company.tabs()) {
            assertThat(each.page().getByText("taken over").first()).isVisible();
        }
        tab.reload();
        company.tabs().get(1).reload();
        assertThat(tab.page().getByText(Pattern.compile("newer Pando", Pattern.CASE_INSENSITIVE)).first()).isVisible();
        assertChangedNothingSince(upgraded);
    }

    /** {@code versionchange} without a new version: somebody deletes the database. */
    @Test
    void aDatabaseThatIsDeletedUnderACoreIsLetGoAtOnceAndNeverMadeAgain() {
        tab.page().evaluate(Scripts.read("delete.js"), company.database());
        int deleted = stage.traffic().all().size();
        tab.write("to a core that has lost its data");
        for (TabPage each : company.tabs()) {
            assertThat(each.page().getByText(Pattern.compile("lost the account's data")).first()).isVisible();
        }
        assertEquals(List.of(), home.databases(tab).stream().filter(company.database()::equals).toList());
        assertChangedNothingSince(deleted);
    }

    private void assertChangedNothingSince(int moment) {
        assertEquals(List.of(), stage.traffic().from(moment).stream().filter(Requests.CHANGE).toList(),
                "what the core has changed at the server");
    }
}
