package chat.pando.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.peer.Axe;
import chat.pando.e2e.people.Look;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.setting.Settings;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sign-in, a conversation and a dialog, light and dark, narrow and wide. */
@InTabs
class LookIT {

    private static final String ROOM = "Quaking aspens";

    private final List<String> faults = new ArrayList<>();

    /** The screenshots are for people to look at: {@code target/screenshots}. */
    @Test
    void nothingIsWiderThanTheScreen(Stage stage) {
        walk(stage, (what, page) -> {
            Path file = Settings.target().resolve("screenshots").resolve(what + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
            if ((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
                faults.add(what);
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void axeFindsNoFault(Stage stage) {
        Axe axe = Axe.installed();
        walk(stage, (what, page) -> axe.faults(page).forEach(fault -> faults.add(what + ": " + fault)));
        assertEquals(List.of(), faults);
    }

    /** What is done with each screen in each look. */
    private interface Visitor {

        void see(String what, Page page);
    }

    private static void walk(Stage stage, Visitor visitor) {
        Profile home = stage.profile("home");
        TabPage tab = home.newTab();
        tab.awaitSignIn();
        inEachLook("sign-in", tab, visitor);
        converse(stage, home, tab);
        inEachLook("conversation", tab, visitor);
        Look.WIDE_AND_LIGHT.applyTo(tab.page());
        tab.openNewRoom();
        inEachLook("new-room", tab, visitor);
    }

    private static void inEachLook(String what, TabPage tab, Visitor visitor) {
        for (Look look : Look.all()) {
            look.applyTo(tab.page());
            visitor.see(what + "-" + look, tab.page());
        }
        Look.WIDE_AND_LIGHT.applyTo(tab.page());
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
