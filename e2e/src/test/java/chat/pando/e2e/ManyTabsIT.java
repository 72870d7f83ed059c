package chat.pando.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.ShownMessage;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.proxy.TrafficLaws;
import chat.pando.e2e.setting.Settings;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many tabs of several people write at once, and all see the same. */
@InTabs
class ManyTabsIT {

    private static final String ROOM = "Many tabs";
    private static final int MESSAGES = 60;

    @Test
    void sixtyMessagesFromSevenTabsAreTheSameEverywhere(Stage stage) {
        Person alice = stage.person("alice");
        Person bob = stage.person("bob");
        Person carol = stage.person("carol");
        List<TabPage> tabs = openTabs(stage, alice, bob, carol);
        long seed = Settings.seed(System.nanoTime());
        Random random = new Random(seed);

        List<String> said = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            String body = String.format("message %02d of seed %d", i, seed);
            tabs.get(random.nextInt(tabs.size())).say(body);
            said.add(body);
        }

        List<String> shown = order(tabs.get(0).awaitArrived(said), said);
        assertEquals(MESSAGES, shown.size());
        for (TabPage tab : tabs) {
            assertEquals(shown, order(tab.awaitArrived(said), said), "Another order, with -Dpando.seed=" + seed);
        }
        assertEquals(MESSAGES, encryptedEvents(stage, carol));
        assertEquals(List.of(), new TrafficLaws(stage.traffic()).oneTimeKeysUploadedAgain());
    }

    /** Alice in four tabs and bob in two of one profile, carol in another, all in one room. */
    private static List<TabPage> openTabs(Stage stage, Person alice, Person bob, Person carol) {
        Profile home = stage.profile("home");
        Profile away = stage.profile("away");
        List<TabPage> tabs = new ArrayList<>();
        TabPage first = home.newTab();
        first.createAccount(alice);
        TabPage bobs = home.newTab();
        bobs.addAccount();
        bobs.createAccount(bob);
        TabPage carols = away.newTab();
        carols.createAccount(carol);
        first.createRoom(ROOM, bob, carol);
        bobs.acceptInvitation(ROOM);
        carols.acceptInvitation(ROOM);
        first.openRoom(ROOM);
        tabs.addAll(List.of(first, bobs, carols));
        for (Person person : List.of(alice, alice, alice, bob)) {
            TabPage tab = home.newTab();
            tab.showAccount(person);
            tab.openRoom(ROOM);
            tabs.add(tab);
        }
        return tabs;
    }

    /** The ids of the events, in the order shown; fails where something can't be read. */
    private static List<String> order(List<ShownMessage> shown, List<String> said) {
        assertEquals(List.of(), shown.stream().filter(message -> message.state().equals("undecryptable")).toList());
        return shown.stream().filter(message -> said.stream().anyMatch(message::says))
                .map(ShownMessage::eventId).toList();
    }

    private static long encryptedEvents(Stage stage, Person person) {
        MatrixSession server = MatrixSession.signIn(stage.homeserverItself(), person.username(), person.password());
        return server.events(server.joinedRooms().get(0)).stream()
                .filter(event -> event.path("type").asString().equals("m.room.encrypted")).count();
    }
}
