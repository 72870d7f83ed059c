package chat.pando.tab;

import chat.pando.tab.link.BrowserConnector;
import chat.pando.tab.link.BrowserLiveness;
import chat.pando.tab.link.BrowserReader;
import chat.pando.tab.link.BrowserTimers;
import chat.pando.tab.link.CoreLink;
import chat.pando.tab.link.LinkListener;
import chat.pando.tab.model.Preferences;
import chat.pando.tab.page.BrowserCalendar;
import chat.pando.tab.page.BrowserMemory;
import chat.pando.tab.page.Build;
import chat.pando.tab.page.Features;
import chat.pando.tab.page.Look;
import chat.pando.tab.page.RandomIds;
import chat.pando.tab.page.SiteConfig;
import chat.pando.tab.view.Actions;
import chat.pando.tab.view.MissingScreen;
import chat.pando.tab.view.RoomAddress;
import chat.pando.tab.view.Screens;
import java.util.List;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** The program of a tab: where TeaVM begins to compile {@code tab.js}. */
public final class Tab {

    private final HTMLElement root;
    private final Preferences preferences = new Preferences(BrowserMemory.ofAllTabs());
    private final BrowserCalendar calendar = new BrowserCalendar();
    private final RandomIds ids = new RandomIds();

    private Tab(HTMLElement root) {
        this.root = root;
    }

    public static void main(String[] args) {
        HTMLElement root = HTMLDocument.current().getElementById("app");
        List<String> missing = Features.missing();
        if (missing.isEmpty()) {
            new Tab(root).run();
        } else {
            root.clear();
            root.appendChild(MissingScreen.of(missing));
        }
    }

    private void run() {
        Look.apply(preferences.appearance());
        App app = new App(BrowserMemory.ofThisTab(), calendar, ids, this::line, this::screens);
        listen(app);
        app.start(RoomAddress.read(Window.current().getLocation().getHash()));
    }

    private CoreLink line(LinkListener listener) {
        return new CoreLink(
                new BrowserConnector(Build.coreUrl()),
                new BrowserLiveness(),
                new BrowserTimers(),
                ids,
                new BrowserReader(),
                listener);
    }

    private Screens screens(Actions actions) {
        Screens screens = new Screens(root, actions, calendar, preferences);
        SiteConfig.load(config -> screens.proposeHomeserver(config.homeserver()));
        return screens;
    }

    private void listen(App app) {
        Window window = Window.current();
        window.addEventListener("hashchange", event ->
                app.roomChosen(RoomAddress.read(window.getLocation().getHash())));
        // Before the page goes away or is cached the line is laid down: a cached page must not be posted to.
        window.addEventListener("pagehide", event -> app.link().pause());
        window.addEventListener("pageshow", event -> app.link().start());
        window.addEventListener("focus", event -> app.lookedAt());
        window.addEventListener("storage", event -> Look.apply(preferences.appearance()));
        window.getDocument().addEventListener("visibilitychange", event -> app.lookedAt());
    }
}
