package chat.pando.lab.sim.browser;

import chat.pando.lab.sim.Ledger;
import chat.pando.lab.sim.time.Scheduler;
import chat.pando.store.AccountEntry;
import chat.pando.store.MemoryDatabase;
import chat.pando.tab.link.Connector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A browser profile: its disk, its locks, its tabs, and the SharedWorkers in which cores run. */
public final class Browser {

    private static final int MOST_WORKER_END_MILLIS = 40;

    private final String name;
    private final Scheduler scheduler;
    private final Random random;
    private final Surroundings world;
    private final OriginLocks locks;
    private final OriginBroadcasts broadcasts;
    private final ProfileDisk disk;
    private final TabMemory memory = new TabMemory();
    private final List<SimulatedCore> cores = new ArrayList<>();
    private final boolean sharedWorkers;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private Site deployed = Site.FIRST;
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private boolean online = true;
    private int tabNumber;

    /** A tab, with what it remembers and the page in it. */
    private record Tab(TabMemory memory, Page page) {}

    public Browser(String name, Surroundings world) {
        this.name = name;
        this.world = world;
        this.scheduler = world.scheduler();
        this.random = world.random();
        this.locks = new OriginLocks(scheduler, random);
        this.broadcasts = new OriginBroadcasts(scheduler, random);
        this.sites.put(deployed.core().url(), deployed);
        this.sharedWorkers = random.nextInt(3) != 0;
        this.disk = new ProfileDisk(world, random.nextInt(3) == 0);
    }

    /** Whether it has SharedWorkers; where it hasn't, an elected tab runs the core. */
    boolean hasSharedWorkers() {
        return sharedWorkers;
    }

    public String name() {
        return name;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Random random() {
        return random;
    }

    OriginLocks locks() {
        return locks;
    }

    OriginBroadcasts broadcasts() {
        return broadcasts;
    }

    /** What all tabs remember together. */
    TabMemory memory() {
        return memory;
    }

    Ledger ledger() {
        return world.ledger();
    }

    boolean online() {
        return online;
    }

    String newId() {
        return Long.toHexString(random.nextLong());
    }

    /** The SharedWorker of this URL: the one that runs, or else a new one. */
    Connector.Line connect(String url, Page page, Consumer<String> listener) {
        SimulatedLine line = new SimulatedLine(scheduler, random, page, listener);
        running(url).connect(line);
        return line;
    }

    private SimulatedCore running(String url) {
        return living().stream().filter(core -> core.url().equals(url)).findFirst()
                .orElseGet(() -> start(url, Optional.empty()));
    }

    private SimulatedCore start(String url, Optional<Runnable> onEnd) {
        cores.removeIf(core -> core.process().dead());
        SimulatedCore core = new SimulatedCore(this, sites.get(url).core(), disk, world, onEnd);
        cores.add(core);
        return core;
    }

    /** A worker of this page alone. If it is killed that is because the page's process is, in which it runs. */
    SimulatedCore startDedicated(String url, Page page, Runnable onEnd) {
        SimulatedCore core = start(url, Optional.of(onEnd));
        core.process().onKill(() -> scheduler.after(0, () -> {
            if (pages().contains(page)) {
                crash(page, true);
            }
        }));
        return core;
    }

    // Tabs

    public List<Page> pages() {
        return tabs.values().stream().map(Tab::page).toList();
    }

    public Page openTab() {
        return load(name + "-tab" + tabNumber++, new TabMemory());
    }

    private Page load(String tab, TabMemory memory) {
        Page page = new Page(this, tab, memory, deployed);
        tabs.put(tab, new Tab(memory, page));
        page.start();
        return page;
    }

    public void close(Page page) {
        page.leave();
        tabs.remove(page.tab());
        disown(page);
    }

    public void reload(Page page) {
        page.leave();
        disown(page);
        load(page.tab(), tabs.get(page.tab()).memory());
    }

    /** The page's process crashes; the tab shows a sad face until it is reloaded, if it is. */
    public void crash(Page page, boolean reload) {
        page.vanish();
        disown(page);
        TabMemory memory = tabs.remove(page.tab()).memory();
        if (reload) {
            load(page.tab(), memory);
        }
    }

    /** Lets a page stand still without its knowing. */
    public void freeze(Page page) {
        page.freeze(false);
    }

    /** Into the back/forward cache, or asleep: the page is told beforehand. */
    public void cache(Page page) {
        page.freeze(true);
    }

    public void thaw(Page page) {
        page.thaw();
    }

    /** A SharedWorker ends some time after the last page that uses it, unless another one comes meanwhile. */
    private void disown(Page page) {
        for (SimulatedCore core : cores.stream().filter(core -> !core.isDedicated()).toList()) {
            core.disown(page);
            scheduler.after(random.nextInt(MOST_WORKER_END_MILLIS), () -> {
                if (!core.isOwned()) {
                    core.process().die();
                }
            });
        }
    }

    // Cores

    private List<SimulatedCore> living() {
        return cores.stream().filter(core -> !core.process().dead()).toList();
    }

    public boolean hasCore() {
        return !living().isEmpty();
    }

    /** Any core that lives dies within so many calls of its platform. */
    public void killCore(int calls) {
        pick(living()).ifPresent(core -> core.process().dieAfter(calls));
    }

    public void freezeCore() {
        pick(living()).ifPresent(SimulatedCore::freeze);
    }

    public void thawCores() {
        living().forEach(core -> core.process().thaw());
    }

    /** As Safari does: fresh globals, the same ports, {@code connect} posted again. */
    public void restartSilently() {
        pick(living().stream().filter(core -> !core.isDedicated()).toList()).ifPresent(core -> {
            core.process().die();
            SimulatedCore fresh = start(core.url(), Optional.empty());
            core.lines().forEach(fresh::connect);
        });
    }

    /** All tabs and cores end at once. */
    public void kill() {
        pages().forEach(Page::vanish);
        tabs.clear();
        living().forEach(core -> core.process().die());
    }

    /** What is loaded from now on is another version of the site. */
    public void deploy(Site site) {
        deployed = site;
        sites.put(site.core().url(), site);
    }

    private <T> Optional<T> pick(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }

    // Network and disk

    public void setOnline(boolean nowOnline) {
        if (online != nowOnline) {
            online = nowOnline;
            living().forEach(SimulatedCore::networkChanged);
        }
    }

    public boolean isOnline() {
        return online;
    }

    /** Fills the disk, or frees it. */
    public void fillDisk(boolean full) {
        databases().forEach(database -> database.fill(full));
    }

    /** Closes the databases under whoever has them open, as a browser may. */
    public void closeDatabases() {
        databases().forEach(MemoryDatabase::closeAll);
    }

    private List<MemoryDatabase> databases() {
        return accounts().stream()
                .map(user -> Optional.ofNullable(disk.accounts().database(user)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Evicts the database of an account; of what the browser keeps of it elsewhere nothing goes with it, or all. */
    public void evict(String account, boolean all) {
        disk.evict(account, all);
    }

    /** The database of an account, which only a test lays hands on. */
    public MemoryDatabase database(String account) {
        return disk.accounts().database(account);
    }

    /** Drops the locks by which cores exclude each other, and tells nobody, as WebKit has done. */
    public void loseLocks() {
        living().forEach(SimulatedCore::lostLocks);
        locks.lose("pando-core/");
    }

    /** The user ids that are signed in here; where that was never finished, nothing is there yet. */
    public List<String> accounts() {
        return disk.accounts().list().stream()
                .map(AccountEntry::userId)
                .filter(user -> Optional.ofNullable(disk.accounts().database(user))
                        .filter(database -> database.commits() > 0)
                        .isPresent())
                .toList();
    }
}
