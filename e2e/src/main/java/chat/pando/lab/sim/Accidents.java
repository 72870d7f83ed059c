package chat.pando.lab.sim;

import chat.pando.lab.sim.browser.Browser;
import chat.pando.lab.sim.browser.Page;
import chat.pando.lab.sim.browser.Site;
import chat.pando.lab.sim.server.Fault;
import chat.pando.tab.link.LinkState;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What befalls tabs, cores, browsers, disks and the network. */
final class Accidents {

    private static final int MOST_TABS = 4;
    private static final int MOST_CALLS_BEFORE_DEATH = 400;
    private static final List<String> PATHS =
            List.of("/keys/upload", "/sync", "/send/", "/sendToDevice/", "/keys/claim", "/keys/query", "/v3/");

    private final World world;
    private final Random random;
    private Site site = Site.FIRST;

    Accidents(World world) {
        this.world = world;
        this.random = world.random();
    }

    List<Step> steps() {
        return List.of(
                browser(8, b -> b.pages().size() < MOST_TABS, "opens a tab", Browser::openTab),
                page(3, page -> true, "closes", Browser::close),
                page(5, page -> true, "is reloaded", Browser::reload),
                page(12, page -> page.linkState() == LinkState.INCOMPATIBLE, "is reloaded to update", Browser::reload),
                page(2, page -> true, "crashes", (browser, page) -> browser.crash(page, random.nextBoolean())),
                page(3, Page::live, "is frozen", Browser::freeze),
                page(2, Page::live, "goes into the back/forward cache", Browser::cache),
                page(6, page -> page.runningSince().isEmpty(), "runs again", Browser::thaw),
                page(4, Page::live, "is hidden", (browser, page) -> page.setHidden(true)),
                page(4, Page::live, "is seen", (browser, page) -> page.setHidden(false)),
                browser(5, Browser::hasCore, "its core dies", this::killCore),
                browser(2, Browser::hasCore, "its core starts over on the same ports", Browser::restartSilently),
                browser(1, Browser::hasCore, "its core stands still", Browser::freezeCore),
                browser(2, Browser::hasCore, "its cores run again", Browser::thawCores),
                browser(1, b -> true, "is killed", Browser::kill),
                browser(1, b -> true, "loses its locks", Browser::loseLocks),
                browser(1, b -> true, "has a full disk", b -> b.fillDisk(true)),
                browser(3, b -> true, "has room on its disk", b -> b.fillDisk(false)),
                browser(1, b -> true, "closes its databases", Browser::closeDatabases),
                browser(1, b -> !b.accounts().isEmpty(), "evicts a database", this::evict),
                new Step(2, this::deploy),
                browser(2, Browser::hasCore, "has a later core while the one before stands still", b -> {
                    b.freezeCore();
                    startLater(b);
                }),
                browser(1, Browser::hasCore, "has a later core while the one before has lost its locks", b -> {
                    b.loseLocks();
                    startLater(b);
                }),
                browser(2, Browser::isOnline, "goes offline", b -> b.setOnline(false)),
                browser(6, b -> !b.isOnline(), "goes online", b -> b.setOnline(true)),
                new Step(10, this::disturb));
    }

    private Step browser(int weight, Predicate<Browser> which, String words, Consumer<Browser> action) {
        return new Step(weight, () -> world.pick(world.browsers().stream().filter(which).toList()).map(browser -> {
            action.accept(browser);
            return "browser " + browser.name() + " " + words;
        }));
    }

    private Step page(int weight, Predicate<Page> which, String words, BiConsumer<Browser, Page> action) {
        return new Step(weight, () -> world.pick(world.browsers())
                .flatMap(browser -> world.pick(browser.pages().stream().filter(which).toList()).map(page -> {
                    action.accept(browser, page);
                    return page.tab() + " " + words;
                })));
    }

    private void killCore(Browser browser) {
        browser.killCore(random.nextInt(MOST_CALLS_BEFORE_DEATH));
    }

    /**
     * A later version, or an earlier one again; now and then one that speaks another protocol, so that old pages must be
     * reloaded, or that writes databases that earlier ones can't read.
     */
    private Optional<String> deploy() {
        site = random.nextInt(4) == 0 ? site.before() : site.next(random.nextInt(4) == 0, random.nextInt(4) == 0);
        world.browsers().forEach(browser -> browser.deploy(site));
        return Optional.of(site + " is deployed");
    }

    /** Rarely: with a device go the messages that it hadn't sent, and there is less to check. */
    private void evict(Browser browser) {
        if (random.nextInt(2) == 0) {
            world.pick(browser.accounts()).ifPresent(user -> browser.evict(user, random.nextInt(3) == 0));
        }
    }

    private void startLater(Browser browser) {
        deploy();
        browser.openTab();
    }

    private Optional<String> disturb() {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        Fault fault = Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
        int times = 1 + random.nextInt(fault == Fault.SILENCE ? 1 : 4);
        world.weather().expect(path, fault, times);
        return Optional.of(times + " × " + path + ": " + fault);
    }
}
