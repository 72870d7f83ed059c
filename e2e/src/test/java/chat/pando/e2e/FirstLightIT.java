package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.Requests;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people in four tabs of one browser profile: what a person can do on the first day. */
@InTabs
class FirstLightIT {

    private static final String ROOM = "Grove";

    private Stage stage;
    private Profile profile;
    private Person alice;
    private Person bob;
    /** Tabs 1, 3 and 4 show alice, tab 2 shows bob. */
    private List<TabPage> tabs;

    @BeforeEach
    void openFourTabs(Stage given) {
        stage = given;
        profile = stage.profile("home");
        alice = stage.person("alice");
        bob = stage.person("bob");
        TabPage first = profile.newTab();
        first.createAccount(alice);
        TabPage second = profile.newTab();
        second.addAccount();
        second.createAccount(bob);
        TabPage third = profile.newTab();
        third.showAccount(alice);
        TabPage fourth = profile.newTab();
        fourth.showAccount(alice);
        tabs = List.of(first, second, third, fourth);
    }

    @Test
    void everyTabShowsEveryMessageAtOnceAndGoesOnAfterReloadAndReopening() {
        List<String> said = meetAndTalk();

        for (TabPage tab : tabs) {
            tab.reload();
            tab.openRoom(ROOM);
            tab.awaitArrived(said);
        }
        said.add("after the reloads");
        tabs.get(3).say("after the reloads");
        everyTabShows(said);

        tabs.get(0).close();
        TabPage reopened = profile.newTab();
        reopened.showAccount(alice);
        reopened.openRoom(ROOM);
        reopened.awaitArrived(said);

        List.of(reopened, tabs.get(1), tabs.get(2), tabs.get(3)).forEach(TabPage::close);
        tabs = List.of(reopen(alice), reopen(bob));
        everyTabShows(said);
        said.add("after all were closed");
        tabs.get(1).say("after all were closed");
        everyTabShows(said);
    }

    @Test
    void signingOutRemovesTheAccountFromTheBrowserAndTheDeviceFromTheServer() {
        meetAndTalk();
        String device = deviceOf(alice);
        MatrixSession server = MatrixSession.signIn(stage.homeserverItself(), alice.username(), alice.password());
        assertTrue(server.devices().contains(device));
        assertTrue(databasesOf(alice).count() > 0);

        tabs.get(0).signOut();

        for (TabPage tab : List.of(tabs.get(0), tabs.get(2), tabs.get(3))) {
            assertThat(tab.page().getByText(alice.userId(), exact())).hasCount(0);
        }
        assertFalse(server.devices().contains(device), "The server still knows the device");
        assertEquals(0, databasesOf(alice).count());
        tabs.get(1).say("bob is still here");

        tabs.get(1).signOut();
        for (TabPage tab : tabs) {
            tab.awaitSignIn();
            String stored = profile.storedText(tab);
            assertFalse(stored.contains(alice.username()) || stored.contains(bob.username()),
                    "The browser still knows an account: " + stored);
        }
    }

    private Stream<String> databasesOf(Person person) {
        return profile.databases(tabs.get(1)).stream().filter(name -> name.contains(person.userId()));
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private List<String> meetAndTalk() {
        tabs.get(0).createRoom(ROOM, bob);
        tabs.get(1).acceptInvitation(ROOM);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < tabs.size(); i++) {
            tabs.get(i).openRoom(ROOM);
            String body = "from tab " + (i + 1);
            tabs.get(i).say(body);
            said.add(body);
        }
        everyTabShows(said);
        return said;
    }

    private void everyTabShows(List<String> said) {
        tabs.stream().filter(tab -> !tab.page().isClosed()).forEach(tab -> tab.awaitArrived(said));
    }

    private TabPage reopen(Person person) {
        TabPage tab = profile.newTab();
        tab.showAccount(person);
        tab.openRoom(ROOM);
        return tab;
    }

    private String deviceOf(Person person) {
        String device = stage.traffic().matching(Requests.SYNC).stream().map(sync -> sync.device())
                .filter(name -> name.startsWith(person.userId() + "/")).findFirst().orElseThrow();
        return device.substring(device.indexOf('/') + 1);
    }
}
