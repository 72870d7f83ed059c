package chat.pando.lab.walk;

import chat.pando.e2e.proxy.Exchange;
import chat.pando.e2e.proxy.FaultProxy;
import chat.pando.e2e.stage.Deployment;
import chat.pando.e2e.stage.Scratch;
import chat.pando.lab.drive.Browser;
import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** One walk's world: a browser profile with tabs, people with accounts, a site, a homeserver behind a proxy. */
final class World implements AutoCloseable {

    static final int MOST_TABS = 6;

    private static final String PASSWORD = "a long password of the walk";

    private final WalkGround ground;
    private final String prefix;
    private final Scratch folder;
    private final FaultProxy proxy;
    private final Deployment site;
    private final Browser browser;
    private final List<WalkedTab> tabs = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private int tabsOpened;

    World(WalkGround ground, long seed) throws IOException {
        this.ground = ground;
        prefix = "walk-" + seed + "-" + Long.toString(System.nanoTime(), 36);
        folder = new Scratch("walk");
        proxy = new FaultProxy(ground.homeserver());
        site = ground.deploy();
        browser = ground.engine().start("browser", folder.folder());
    }

    /**
     * Signs two people in and has them meet in a room. Then the browser is closed in good order once: Chromium keeps the
     * list of sites that store something in a database that it commits every half minute and when it closes, and
     * storage of a site that is not on it yet when the browser is killed may be deleted, whatever durability was asked for.
     */
    void begin() throws IOException {
        String alice = signUp(open(), "alice");
        WalkedTab second = open();
        second.patientHands(Patience.MS).addAccount();
        String bob = signUp(second, "bob");
        Room room = new Room("Room 0", alice, List.of(bob));
        ledger.asked(room);
        tabs.get(0).hands().createRoom(room.name(), room.invited());
        second.patientHands(Patience.MS).accept(room.name());
        second.patientHands(Patience.MS).awaitConversation(room.name());
        ledger.saw(second.hands().look());
        ledger.saw(tabs.get(0).hands().look());
        if (can(StepKind.KILL_BROWSER)) {
            restartBrowser();
        }
        open();
        open();
    }

    /** Whether the browser can do what such a step does. */
    boolean can(StepKind kind) {
        return kind.needs().map(browser.abilities()::contains).orElse(true);
    }

    WalkedTab open() {
        BrowserTab opened = browser.open(site.url());
        WalkedTab tab = new WalkedTab(++tabsOpened, opened);
        tabs.add(tab);
        return tab;
    }

    /** On a tab that shows the sign-in screen. */
    String signUp(WalkedTab tab, String name) {
        String user = "@" + prefix + "-" + name + ":" + ground.serverName();
        tab.patientHands(Patience.MS).createAccount(proxy.url(), user, PASSWORD);
        people.add(user);
        return user;
    }

    void killBrowser() throws IOException {
        browser.kill();
        forgetTabs();
        browser.restart();
    }

    void restartBrowser() throws IOException {
        browser.restart();
        forgetTabs();
    }

    private void forgetTabs() {
        tabs.forEach(tab -> tab.enter(WalkedTab.Mode.GONE));
        tabs.clear();
    }

    void close(WalkedTab tab) {
        tab.tab().close();
        tab.enter(WalkedTab.Mode.GONE);
        tabs.remove(tab);
    }

    List<WalkedTab> tabs() {
        return tabs;
    }

    List<WalkedTab> usableTabs() {
        return tabs.stream().filter(WalkedTab::isUsable).toList();
    }

    List<WalkedTab> tabs(WalkedTab.Mode mode) {
        return tabs.stream().filter(tab -> tab.mode() == mode).toList();
    }

    List<String> people() {
        return people;
    }

    Ledger ledger() {
        return ledger;
    }

    Browser browser() {
        return browser;
    }

    FaultProxy proxy() {
        return proxy;
    }

    Deployment site() {
        return site;
    }

    WalkGround ground() {
        return ground;
    }

    /** Tabs of one site may share a process: then they crash together. */
    void seeWhatCrashed() {
        tabs.stream().filter(tab -> !tab.tab().isOpen()).forEach(tab -> tab.enter(WalkedTab.Mode.CRASHED));
    }

    /** To look at the server's side with. */
    String username(String user) {
        return user.substring(1, user.indexOf(':'));
    }

    String password() {
        return PASSWORD;
    }

    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    void saveEvidence(Path target) throws IOException {
        Files.createDirectories(target);
        String record = proxy.traffic().all().stream().filter(exchange -> !exchange.isPreflight())
                .map(Exchange::toString).collect(Collectors.joining("\n"));
        Files.writeString(target.resolve("wire.txt"), record);
        browser.saveEvidence(target);
    }

    @Override
    public void close() throws IOException {
        browser.close();
        proxy.close();
        site.close();
        folder.close();
    }
}
