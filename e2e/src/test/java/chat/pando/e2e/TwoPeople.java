package chat.pando.e2e;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.Stage;
import org.junit.jupiter.api.BeforeEach;

/** Alice at home and Bob away, each in a tab of a browser of their own. */
abstract class TwoPeople {

    Stage stage;
    Person alice;
    Person bob;
    Profile home;
    TabPage aliceTab;
    TabPage bobTab;

    @BeforeEach
    final void nameThem(Stage given) {
        stage = given;
        alice = stage.person("alice");
        bob = stage.person("bob");
    }

    /** Signs both up, and has Bob join rooms that Alice makes. */
    final void meetIn(String... rooms) {
        home = stage.profile("home");
        aliceTab = home.newTab();
        aliceTab.createAccount(alice);
        bobTab = stage.profile("away").newTab();
        bobTab.createAccount(bob);
        for (String room : rooms) {
            aliceTab.createRoom(room, bob);
            bobTab.acceptInvitation(room);
        }
    }
}
