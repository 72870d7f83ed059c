package chat.pando.e2e;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.Gallery;
import chat.pando.e2e.stage.Stage;
import chat.pando.e2e.stage.StageExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sign-in, a conversation and a dialog, light and dark, narrow and wide. */
@ExtendWith(StageExtension.class)
class LookIT {

    private static final String ROOM = "Quaking aspens";

    @Test
    void nothingIsWiderThanTheScreen(Stage stage) {
        walk(stage, Gallery.ofPictures());
    }

    @Test
    void axeFindsNoFault(Stage stage) {
        walk(stage, Gallery.ofRules());
    }

    private static void walk(Stage stage, Gallery gallery) {
        Profile home = stage.profile("home");
        TabPage tab = home.newTab();
        tab.awaitSignIn();
        gallery.show("sign-in", tab);
        converse(stage, home, tab);
        gallery.show("conversation", tab);
        tab.openNewRoom();
        gallery.show("new-room", tab);
        gallery.assertFaultless();
    }

    private static void converse(Stage stage, Profile home, TabPage tab) {
        Person alice = stage.person("alice");
        Person bob = stage.person("bob");
        tab.createAccount(alice);
        TabPage bobs = home.newTab();
        bobs.addAccount();
        bobs.createAccount(bob);
        tab.createRoom("An empty room");
        tab.createRoom(ROOM, bob);
        bobs.acceptInvitation(ROOM);
        tab.openRoom(ROOM);
        tab.say("Did you know that an aspen grove is one tree?");
        tab.say("Forty-seven thousand trunks in Utah, and one root below all of them.");
        bobs.say("So each trunk is a tab?");
        bobs.say("And when one falls, the others don't mind: https://en.wikipedia.org/wiki/Pando_(tree)");
        tab.say("Exactly. " + "A long message has to wrap without pushing anything off the screen. ".repeat(5));
        bobs.say("averyveryverylongwordthatnobodycanbreak".repeat(4));
        tab.awaitArrived(List.of("So each trunk", "And when one falls", "Exactly.", "averyvery"));
    }
}
