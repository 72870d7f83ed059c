package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.setting.Settings;
import chat.pando.e2e.stage.StageExtension;
import chat.pando.e2e.stage.Variation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Pando is deployed that speaks a later protocol, or has a later version of the databases, and taken back again. */
@ExtendWith(StageExtension.class)
class LaterVersionIT extends DeployedSite {

    private static final Pattern NEWER = Pattern.compile("newer Pando", Pattern.CASE_INSENSITIVE);
    private static final Pattern HELD = Pattern.compile("doesn't let Pando at the account's data");

    @Test
    void tabsOfAFormerProtocolAskToBeReloadedAndLoseNothing() {
        Company company = new Company(stage, home, 6);
        site.deploy(1, later("protocol", "", Scripts.read("later-page.js")));
        company.writeInEveryTab("while a later protocol comes");
        TabPage newest = company.newTab();
        for (TabPage tab : company.tabs()) {
            assertThat(tab.button("Reload")).isVisible();
        }
        home.awaitCore(site.core());
        newest.openRoom(Company.ROOM);
        TabPage late = company.tab();
        late.write("typed too late");
        assertThat(late.composer()).hasValue("typed too late");
        company.tabs().forEach(tab -> tab.button("Reload").click());
        company.tabs().forEach(tab -> tab.awaitSignedIn(company.alice()));
        company.awaitAllEverywhere();
        assertThat(late.composer()).hasValue("typed too late");
        company.say(late, "typed too late");
        company.say(company.tab(), "in the later protocol");
        company.awaitAllEverywhere();
    }

    @Test
    void databasesOfALaterVersionOutliveARollback() {
        Company company = new Company(stage, home, 2);
        int former = schema(company);
        site.deploy(1, later("schema", "", ""));
        company.newTab();
        String later = site.core();
        home.awaitCore(later);
        company.say(company.tab(), "in a migrated database");
        company.awaitAllEverywhere();
        company.assertAllInPlace();
        assertEquals(former + 1, schema(company));
        int epoch = company.epoch();

        site.deploy(0, Scripts.read("slow-disk.js")); // so slow that this core must leave before it knows its accounts
        TabPage rolledBack = company.newTab();
        home.awaitCore(later);
        rolledBack.openRoom(Company.ROOM);
        company.say(rolledBack, "from a former page to the later core");
        company.awaitAllEverywhere();

        home.killCores();
        for (TabPage tab : List.of(company.tab(), rolledBack)) {
            assertThat(tab.page().getByText(NEWER).first()).isVisible();
        }
        assertEquals(List.of(former + 1, epoch), List.of(schema(company), company.epoch()));

        site.deploy(2, later("schema", "", ""));
        company.tab().reload();
        company.tab().awaitSignedIn(company.alice());
        company.tab().openRoom(Company.ROOM);
        company.say(company.tab(), "and forward again");
        company.awaitAllEverywhere();
    }

    /** {@code onblocked}: somebody has the database open and hears nothing. */
    @Test
    void aMigrationThatAPageStandsInTheWayOfSaysSoAndWaits() {
        Company company = new Company(stage, home, 1);
        int former = schema(company);
        TabPage holder = home.newTab(site.elsewhere().toString());
        holder.page().evaluate(Scripts.read("hold.js"), company.database());
        site.deploy(1, later("schema", Scripts.read("hasten.js"), ""));
        TabPage newest = home.newTab();
        assertThat(newest.page().getByText(HELD).first()).isVisible();
        assertEquals(former, schema(company));
        holder.close();
        newest.awaitSignedIn(company.alice());
        assertEquals(former + 1, schema(company));
        company.awaitAllEverywhere();
        company.assertAllInPlace();
    }

    /** A core that was compiled to be another version in this part, with scripts before it and before its pages. */
    private static Variation later(String part, String beforeCore, String beforeTab) {
        return new Variation("self.pandoNext = '" + part + "';" + beforeCore, beforeTab, Optional.of(core()));
    }

    private static Path core() {
        return Settings.target().resolve("next").resolve("core.js");
    }

    private static int schema(Company company) {
        return (int) company.tab().page().evaluate(Scripts.read("version.js"), company.database());
    }
}
