package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.Gallery;
import chat.pando.e2e.stage.Stage;
import chat.pando.e2e.stage.StageExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees when something has befallen Pando: light and dark, narrow and wide. */
@ExtendWith(StageExtension.class)
class HazardLookIT {

    /** Takes the account before any core can, and keeps it. */
    private static final String HOLD = "user => { navigator.locks.request('pando-core/' + user,"
            + " () => new Promise(release => { window.releaseAccount = release; })); }";

    @Test
    void nothingIsWiderThanTheScreen(Stage stage) {
        walk(stage, Gallery.ofPictures());
    }

    @Test
    void axeFindsNoFault(Stage stage) {
        walk(stage, Gallery.ofRules());
    }

    private static void walk(Stage stage, Gallery gallery) {
        missing(stage, gallery);
        held(stage, gallery);
        newer(stage, gallery);
        lost(stage, gallery);
        gallery.assertFaultless();
    }

    private static void missing(Stage stage, Gallery gallery) {
        Profile old = stage.profile("old");
        old.prepare("delete Navigator.prototype.locks;");
        TabPage tab = old.newTab();
        assertThat(tab.page().getByText("Pando can't run here")).isVisible();
        gallery.show("missing", tab);
    }

    private static void held(Stage stage, Gallery gallery) {
        Profile home = stage.profile("held");
        Company company = new Company(stage, home, 2);
        TabPage thief = company.tabs().get(1);
        thief.page().evaluate(HOLD, company.alice().userId());
        home.killCores();
        see(company.tab(), "another");
        gallery.show("held", company.tab());
        company.tab().reload();
        see(company.tab(), "another");
        gallery.show("held-after-reload", company.tab());
        thief.page().evaluate("window.releaseAccount()");
        company.tab().awaitSignedIn(company.alice());
    }

    private static void newer(Stage stage, Gallery gallery) {
        Profile home = stage.profile("newer");
        Company company = new Company(stage, home, 1);
        company.tab().page().evaluate(Scripts.read("migrate.js"), company.database());
        home.killCores();
        see(company.tab(), "newer Pando");
        gallery.show("newer", company.tab());
        company.tab().reload();
        see(company.tab(), "newer Pando");
        gallery.show("newer-after-reload", company.tab());
    }

    private static void lost(Stage stage, Gallery gallery) {
        Profile home = stage.profile("lost");
        Company company = new Company(stage, home, 1);
        company.tab().page().evaluate(Scripts.read("delete.js"), company.database());
        home.killCores();
        see(company.tab(), "lost the account's data");
        gallery.show("lost", company.tab());
    }

    private static void see(TabPage tab, String words) {
        assertThat(tab.page().getByText(Pattern.compile(words, Pattern.CASE_INSENSITIVE)).first()).isVisible();
    }
}
