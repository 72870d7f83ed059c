package chat.pando.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.ShownMessage;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.TrafficLaws;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A browser without SharedWorker: one tab runs the core for all, and when that one goes another takes over. Two people
 * in four tabs notice nothing but a pause.
 */
@InTabs
class WithoutSharedWorkerIT {

    private static final String ROOM = "One of us runs it";

    private Stage stage;
    private Profile home;
    private final List<TabPage> tabs = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void twoPeopleInFourTabs(Stage given) {
        stage = given;
        Person alice = stage.person("alice");
        Person bob = stage.person("bob");
        home = stage.profile("home");
        home.withdraw("SharedWorker");
        TabPage alices = home.newTab();
        alices.createAccount(alice);
        TabPage bobs = home.newTab();
        bobs.addAccount();
        bobs.createAccount(bob);
        alices.createRoom(ROOM, bob);
        bobs.acceptInvitation(ROOM);
        alices.openRoom(ROOM);
        tabs.addAll(List.of(alices, bobs));
        for (Person person : List.of(alice, bob)) {
            TabPage tab = home.newTab();
            tab.showAccount(person);
            tab.openRoom(ROOM);
            tabs.add(tab);
        }
        talk("at first");
    }

    @Test
    void oneCoreServesAllTabs() {
        assertEquals(1, tabs.stream().filter(WithoutSharedWorkerIT::leads).count());
        assertEquals(List.of(), new TrafficLaws(stage.traffic()).oneTimeKeysUploadedAgain());
    }

    @Test
    void theConversationGoesOnWhenTheLeaderCloses() {
        for (int round = 1; round <= 3; round++) {
            TabPage leader = leader();
            tabs.remove(leader);
            begin(tabs.get(0), "while the leader of round " + round + " closes");
            leader.close();
            talk("without the leader of round " + round);
            tabs.add(reopen(leader));
        }
        talk("in the end");
    }

    @Test
    void theConversationGoesOnWhenTheLeaderCrashes() {
        TabPage leader = leader();
        tabs.remove(leader);
        begin(tabs.get(0), "while the leader crashes");
        crash(leader);
        talk("without the crashed one");
        assertEquals(1, tabs.stream().filter(WithoutSharedWorkerIT::leads).count());
    }

    @Test
    void theLeaderMayLeaveThePageAndComeBackFromTheCache() {
        TabPage leader = leader();
        tabs.remove(leader);
        leader.page().navigate(stage.homeserver() + "/_matrix/client/versions");
        talk("without the one that went elsewhere");
        // A page that comes out of the cache commits, but doesn't load again.
        leader.page().goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
        tabs.add(leader);
        talk("with the one that came back");
    }

    /** Everybody says something, and everybody sees everything, once. */
    private void talk(String when) {
        for (int i = 0; i < tabs.size(); i++) {
            String body = "tab " + i + " " + when;
            tabs.get(i).say(body);
            said.add(body);
        }
        for (TabPage tab : tabs) {
            List<ShownMessage> shown = tab.awaitArrived(said);
            assertEquals(List.of(), shown.stream().filter(message -> message.state().equals("undecryptable")).toList());
        }
    }

    /** Sends without waiting for anything: what happens next happens in the middle of that. */
    private void begin(TabPage tab, String body) {
        tab.composer().fill(body);
        tab.composer().press("Enter");
        said.add(body);
    }

    private TabPage reopen(TabPage gone) {
        TabPage tab = home.newTab();
        assertThat(tab.rooms()).isVisible();
        tab.openRoom(ROOM);
        return tab;
    }

    private TabPage leader() {
        return tabs.stream().filter(WithoutSharedWorkerIT::leads).findFirst().orElseThrow();
    }

    /** Whether the core runs in a worker of this tab. */
    private static boolean leads(TabPage tab) {
        return !tab.page().workers().isEmpty();
    }

    /** Ends the tab's process. The navigation to that address never arrives, and says so. */
    private void crash(TabPage tab) {
        boolean[] crashed = new boolean[1];
        tab.page().onCrash(page -> crashed[0] = true);
        assertThrows(PlaywrightException.class, () -> tab.page().navigate("chrome://crash"));
        tabs.get(0).page().waitForCondition(() -> crashed[0]);
    }
}
