package chat.pando.e2e.hazard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.DeviceKeys;
import chat.pando.e2e.stage.StageExtension;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tabs that come first, all at once: nobody is refused, and nobody is shown an empty Pando by accident. */
@ExtendWith(StageExtension.class)
class FirstRunIT extends DeployedSite {

    @Test
    void twoTabsAtOnceOnAnEmptyProfileBothBegin() {
        List<TabPage> tabs = home.newTabs(2, site.url().toString(), false);
        beginInBoth(tabs);
        assertEquals(List.of(site.core()), home.cores());
    }

    @Test
    void twoTabsOfTwoVersionsAtOnceOnAnEmptyProfileBothBegin() {
        TabPage former = home.newTabThatIsLoading();
        site.deploy(1);
        beginInBoth(List.of(former, home.newTab()));
        home.awaitCore(site.core());
    }

    /** Two people, so that both tabs write to the new profile. */
    private void beginInBoth(List<TabPage> tabs) {
        List<Person> people = List.of(stage.person("alice"), stage.person("bob"));
        for (int i = 0; i < 2; i++) {
            tabs.get(i).fillSignIn(stage.homeserver(), people.get(i).username(), people.get(i).password());
        }
        tabs.forEach(tab -> tab.button("Create account").click());
        for (int i = 0; i < 2; i++) {
            tabs.get(i).awaitSignedIn(people.get(i));
            tabs.get(i).reload();
            tabs.get(i).awaitSignedIn(people.get(i));
        }
        tabs.get(1).page().waitForCondition(() -> DeviceKeys.uploaded(stage.traffic()).size() == 2);
        tabs.get(0).showAccount(people.get(1));
    }

    @Test
    void aTabIsNotShownAnEmptyPandoWhileTheAccountsCannotBeRead() {
        Person alice = stage.person("alice");
        TabPage first = home.newTab();
        first.createAccount(alice);
        first.page().evaluate("""
                () => {
                    window.refused = 0;
                    window.disk = new BroadcastChannel('unreadable');
                    window.disk.onmessage = () => { window.refused++; };
                }""");
        site.deploy(1, Scripts.read("unreadable.js"));
        TabPage second = home.newTab();
        first.page().waitForCondition(() -> (int) first.page().evaluate("() => refused") > 1);
        assertThat(second.page().getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Sign in to Pando"))).isHidden();
        first.page().evaluate("() => disk.postMessage('may be read')");
        second.awaitSignedIn(alice);
        assertEquals(1, DeviceKeys.uploaded(stage.traffic()).size(), "devices");
    }
}
