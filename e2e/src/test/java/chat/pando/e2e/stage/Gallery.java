package chat.pando.e2e.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.peer.Axe;
import chat.pando.e2e.people.Look;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.setting.Settings;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Screens in each look, and what is found wrong in them. */
public final class Gallery {

    /** What is done with each screen in each look. */
    private interface Visitor {

        void see(String what, Page page, List<String> faults);
    }

    private final Visitor visitor;
    private final List<String> faults = new ArrayList<>();

    private Gallery(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Looks whether all is within the screen. The screenshots are for people to look at: {@code target/screenshots}. */
    public static Gallery ofPictures() {
        return new Gallery(Gallery::picture);
    }

    /** Looks with axe's rules. */
    public static Gallery ofRules() {
        Axe axe = Axe.installed();
        return new Gallery((what, page, faults) ->
                axe.faults(page).forEach(fault -> faults.add(what + ": " + fault)));
    }

    private static void picture(String what, Page page, List<String> faults) {
        Path file = Settings.target().resolve("screenshots").resolve(what + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
            faults.add(what);
        }
    }

    /** Looks at what a tab shows now. */
    public void show(String what, TabPage tab) {
        for (Look look : Look.all()) {
            look.applyTo(tab.page());
            visitor.see(what + "-" + look, tab.page(), faults);
        }
        Look.WIDE_AND_LIGHT.applyTo(tab.page());
    }

    public void assertFaultless() {
        assertEquals(List.of(), faults);
    }
}
