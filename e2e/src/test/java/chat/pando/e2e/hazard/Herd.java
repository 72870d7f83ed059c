package chat.pando.e2e.hazard;

import chat.pando.e2e.people.Person;
import chat.pando.e2e.stage.Stage;
import chat.pando.lab.drive.Browser;
import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.Hands;
import chat.pando.lab.drive.Patience;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Alice in tabs that a browser freezes, discards and loses as it does to everybody's, with a room open in each. */
final class Herd {

    private static final String ROOM = "Herd";
    /** For one try: less than the browser is given for an answer. */
    private static final int TRY_MS = 10_000;
    private static final String MARKED = "() => window.marked === true";

    private final Browser browser;
    private final URI site;
    private final List<BrowserTab> tabs = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    Herd(Stage stage, int count) {
        this(stage, stage.site(), count);
    }

    Herd(Stage stage, URI site, int count) {
        this.site = site;
        browser = stage.browser("herd");
        Person alice = stage.person("alice");
        BrowserTab first = open();
        hands(first).createAccount(stage.homeserver(), alice.userId(), alice.password());
        hands(first).createRoom(ROOM, List.of());
        while (tabs.size() < count) {
            open();
        }
        for (BrowserTab tab : tabs) {
            hands(tab).awaitConversation(ROOM);
            tab.evaluate("() => { window.marked = true; }");
        }
        say(first, "before");
        awaitAll(tabs);
    }

    /** Each at an address of its own. */
    private BrowserTab open() {
        BrowserTab tab = browser.open(site.resolve("?" + tabs.size()));
        tabs.add(tab);
        return tab;
    }

    List<BrowserTab> tabs() {
        return tabs;
    }

    BrowserTab tab(int number) {
        return tabs.get(number);
    }

    void say(BrowserTab tab, String text) {
        said.add(text);
        hands(tab).write(ROOM, text, true);
    }

    /** All that was said stands in each of these tabs once, and has arrived. */
    void awaitAll(List<BrowserTab> where) {
        for (BrowserTab tab : where) {
            await("all messages", () -> {
                hands(tab).awaitConversation(ROOM);
                hands(tab).awaitArrived(said);
                return true;
            });
        }
    }

    void awaitAll() {
        awaitAll(tabs);
    }

    /** Waits until so many tabs live, and the core knows that: as far as one of them can tell. */
    void awaitTabsKnown(BrowserTab asked, int count) {
        String ask = Scripts.read("tab-locks.js");
        await(count + " tabs", () -> asked.evaluate(ask).asInt() == 2 * count);
    }

    static boolean isInPlace(BrowserTab tab) {
        return tab.evaluate(MARKED).asBoolean();
    }

    private static Hands hands(BrowserTab tab) {
        return new Hands(tab, TRY_MS);
    }

    private static void await(String what, BooleanSupplier test) {
        long deadline = System.nanoTime() + Patience.DURATION.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (test.getAsBoolean()) {
                    return;
                }
            } catch (DriveException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
        }
        throw new AssertionError("Not within " + Patience.DURATION.toSeconds() + " s: " + what);
    }
}
