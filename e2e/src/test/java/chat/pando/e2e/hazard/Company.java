package chat.pando.e2e.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Alice in some tabs of one browser, with an encrypted room open in each, and what she has said in it. */
final class Company {

    static final String ROOM = "Hazards";

    private final Stage stage;
    private final Profile home;
    private final Person alice;
    private final List<TabPage> tabs = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    Company(Stage stage, Profile home, int count) {
        this.stage = stage;
        this.home = home;
        alice = stage.person("alice");
        TabPage first = home.newTab();
        first.createAccount(alice);
        first.createRoom(ROOM);
        tabs.add(first);
        while (tabs.size() < count) {
            tabs.add(newTab());
        }
        for (TabPage tab : tabs) {
            tab.openRoom(ROOM);
            tab.mark();
        }
        say(first, "before");
        awaitAllEverywhere();
    }

    Person alice() {
        return alice;
    }

    List<TabPage> tabs() {
        return tabs;
    }

    TabPage tab() {
        return tabs.get(0);
    }

    TabPage newTab() {
        TabPage tab = home.newTab();
        tab.awaitSignedIn(alice);
        return tab;
    }

    void say(TabPage tab, String body) {
        tab.say(body);
        said.add(body);
    }

    /** Writes in every tab without waiting for anything. */
    void writeInEveryTab(String what) {
        for (int i = 0; i < tabs.size(); i++) {
            String body = what + ", tab " + i;
            tabs.get(i).write(body);
            said.add(body);
        }
    }

    /** All that was said stands in every tab once and has arrived, and the server has no message besides. */
    void awaitAllEverywhere() {
        tabs.forEach(tab -> tab.awaitArrived(said));
        MatrixSession server = MatrixSession.signIn(stage.homeserverItself(), alice.username(), alice.password());
        long messages = server.joinedRooms().stream().flatMap(room -> server.events(room).stream())
                .filter(event -> event.path("type").asString().equals("m.room.encrypted")).count();
        assertEquals(said.size(), messages, "messages on the server");
        server.post("/logout", Map.of());
    }

    void assertAllInPlace() {
        tabs.forEach(tab -> assertTrue(tab.isMarked(), "a tab was loaded anew"));
    }

    /** How often a core has opened Alice's database. */
    int epoch() {
        return (int) tab().page().evaluate(Scripts.read("epoch.js"), database());
    }

    String database() {
        return "pando/" + alice.userId();
    }
}
