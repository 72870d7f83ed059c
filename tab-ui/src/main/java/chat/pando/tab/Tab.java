package chat.pando.tab;

import chat.pando.tab.link.BrowserChannels;
import chat.pando.tab.link.BrowserLiveness;
import chat.pando.tab.link.BrowserReader;
import chat.pando.tab.link.BrowserSharedWorker;
import chat.pando.tab.link.BrowserTimers;
import chat.pando.tab.link.BrowserWorkers;
import chat.pando.tab.link.Connector;
import chat.pando.tab.link.CoreAddress;
import chat.pando.tab.link.CoreLink;
import chat.pando.tab.link.ElectedWorker;
import chat.pando.tab.link.LinkListener;
import chat.pando.tab.model.Preferences;
import chat.pando.tab.page.BrowserCalendar;
import chat.pando.tab.page.BrowserMemory;
import chat.pando.tab.page.Build;
import chat.pando.tab.page.Features;
import chat.pando.tab.page.Look;
import chat.pando.tab.page.RandomIds;
import chat.pando.tab.page.SiteConfig;
import chat.pando.tab.page.StoredCurrentCore;
import chat.pando.tab.view.Actions;
import chat.pando.tab.view.MissingScreen;
import chat.pando.tab.view.RoomAddress;
import chat.pando.tab.view.Screens;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.HashChangeEvent;
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
            Features.tryKeys(() -> new Tab(root).run(), lacking -> refuse(root, lacking));
        } else {
            refuse(root, missing);
        }
    }

    private static void refuse(HTMLElement root, List<String> missing) {
        root.clear();
        root.appendChild(MissingScreen.of(missing));
    }

    private void run() {
        Look.apply(preferences.appearance());
        App app = new App(BrowserMemory.ofThisTab(), calendar, ids, this::line, this::screens);
        app.link().setHidden(isHidden());
        listen(app);
        app.start(RoomAddress.read(Window.current().getLocation().getHash()));
    }

    private CoreLink line(LinkListener listener) {
        return new CoreLink(
                new CoreLink.Surroundings(
                        CoreAddress.own(Build.coreUrl()),
                        new StoredCurrentCore(BrowserMemory.ofAllTabs()),
                        connector(),
                        new BrowserLiveness(),
                        new BrowserTimers(),
                        new BrowserReader()),
                ids,
                listener);
    }

    private Connector connector() {
        return Features.hasSharedWorker()
                ? new BrowserSharedWorker()
                : new ElectedWorker(new BrowserLiveness(), new BrowserChannels(), new BrowserWorkers(), ids);
    }

    private Screens screens(Actions actions) {
        Screens screens = new Screens(root, actions, calendar, preferences);
        SiteConfig.load(config -> screens.proposeHomeserver(config.homeserver()));
        return screens;
    }

    private void listen(App app) {
        Window window = Window.current();
        // The event's own address: since the link was followed, a snapshot may have set the address of the room before.
        window.addEventListener("hashchange", (HashChangeEvent event) ->
                app.roomChosen(RoomAddress.within(event.getNewURL())));
        window.addEventListener("focus", event -> app.lookedAt());
        window.addEventListener("storage", event -> Look.apply(preferences.appearance()));
        window.getDocument().addEventListener("visibilitychange", event -> {
            app.link().setHidden(isHidden());
            app.lookedAt();
        });
        listenToTheLifecycle(window, app.link());
    }

    /**
     * Before the page goes away, is cached or frozen the line is laid down: a cached page must not be posted to, and
     * one that can't run must hold nothing that others wait for.
     */
    private static void listenToTheLifecycle(Window window, CoreLink link) {
        window.addEventListener("pagehide", event -> link.pause());
        window.addEventListener("pageshow", event -> link.start());
        window.getDocument().addEventListener("freeze", event -> link.pause());
        window.getDocument().addEventListener("resume", event -> link.start());
    }

    @JSBody(script = "return document.visibilityState === 'hidden';")
    private static native boolean isHidden();
}
