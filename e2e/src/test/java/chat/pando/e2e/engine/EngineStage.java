package chat.pando.e2e.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.proxy.FaultProxy;
import chat.pando.e2e.proxy.TrafficLaws;
import chat.pando.e2e.setting.Settings;
import chat.pando.e2e.stage.Deployment;
import chat.pando.e2e.stage.PandoJar;
import chat.pando.e2e.stage.Scratch;
import chat.pando.lab.drive.Browser;
import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.Engine;
import chat.pando.lab.drive.Glance;
import chat.pando.lab.drive.Hands;
import chat.pando.lab.drive.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** One browser of an engine on a fresh profile, a relay behind a proxy, and a site that can be deployed anew. */
public final class EngineStage implements AutoCloseable {

    private static final String PASSWORD = "a long password of an engine";

    private final Path evidence;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final FaultProxy proxy;
    private final Deployment site;
    private final Browser browser;
    private final String serverName;

    private EngineStage(Installed installed) throws IOException {
        evidence = Settings.target().resolve("engines").resolve(installed.name().toLowerCase());
        Files.createDirectories(evidence);
        Engine engine = open(installed.start());
        Scratch data = open(new Scratch("engine-data"));
        PandoJar relay = open(PandoJar.start(Settings.jar(), data.folder(), evidence.resolve("pando.log")));
        proxy = open(new FaultProxy(relay.url()));
        site = open(new Deployment(Settings.site()));
        Scratch profile = open(new Scratch("engine-profile"));
        browser = open(engine.start("browser", profile.folder()));
        serverName = MatrixSession.serverName(relay.url());
    }

    public static EngineStage on(Installed installed) throws IOException {
        return new EngineStage(installed);
    }

    /** Alice in the tabs of even numbers, Bob in the others; both in one room, which is open everywhere. */
    public List<BrowserTab> tabsOfTwoPeople(int count, String room) {
        String alice = "@alice" + System.nanoTime() + ":" + serverName;
        String bob = alice.replace("alice", "bob");
        List<BrowserTab> tabs = new ArrayList<>();
        tabs.add(browser.open(site.url()));
        hands(tabs.get(0)).createAccount(proxy.url(), alice, PASSWORD);
        tabs.add(browser.open(site.url()));
        hands(tabs.get(1)).addAccount();
        hands(tabs.get(1)).createAccount(proxy.url(), bob, PASSWORD);
        hands(tabs.get(0)).createRoom(room, List.of(bob));
        hands(tabs.get(1)).accept(room);
        await(tabs.get(1), "the room", Glance::canWrite);
        for (int i = 2; i < count; i++) {
            BrowserTab tab = browser.open(site.url());
            hands(tab).showAccount(i % 2 == 0 ? alice : bob);
            tabs.add(tab);
        }
        tabs.forEach(tab -> hands(tab).openRoom(room));
        return tabs;
    }

    public Hands hands(BrowserTab tab) {
        return new Hands(tab, Patience.MS);
    }

    public void deploy(int version) {
        site.deploy(version);
    }

    /** Waits until it stands in the timeline of the tab that it was written in. */
    public void awaitWritten(BrowserTab tab, String text) {
        await(tab, text, glance -> glance.messages().stream().anyMatch(shown -> shown.text().contains(text)));
    }

    /** Waits until every tab shows each of these texts once, as one that the server has. */
    public void awaitEverywhere(List<BrowserTab> tabs, String room, List<String> texts) {
        for (BrowserTab tab : tabs) {
            hands(tab).openRoom(room);
            await(tab, texts.size() + " messages", glance -> texts.stream().allMatch(text -> glance.messages().stream()
                    .filter(shown -> shown.text().contains(text)).map(Glance.Shown::arrived).toList()
                    .equals(List.of(true))));
        }
    }

    /** From the record of the wire. */
    public void checkLaws() {
        assertEquals(List.of(), new TrafficLaws(proxy.traffic()).oneTimeKeysUploadedAgain());
    }

    private void await(BrowserTab tab, String what, Predicate<Glance> right) {
        long deadline = System.nanoTime() + Patience.DURATION.toNanos();
        Glance last = hands(tab).look();
        while (!right.test(last)) {
            if (System.nanoTime() > deadline) {
                saveEvidence();
                fail("Not within " + Patience.DURATION.toSeconds() + " s: " + what + "; shown: " + last);
            }
            last = glanceAfterAChange(tab);
        }
    }

    /** Waits in the page for its next change, or a moment. */
    private Glance glanceAfterAChange(BrowserTab tab) {
        tab.evaluate("""
                () => new Promise(done => {
                  const observer = new MutationObserver(() => { observer.disconnect(); done(); });
                  observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
                  setTimeout(() => { observer.disconnect(); done(); }, 500);
                })""");
        return hands(tab).look();
    }

    private void saveEvidence() {
        try {
            browser.saveEvidence(evidence);
        } catch (IOException e) {
            throw new DriveException("The evidence can't be saved", e);
        }
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IOException("Not everything could be ended", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
