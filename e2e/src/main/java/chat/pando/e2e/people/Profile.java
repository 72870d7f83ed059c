package chat.pando.e2e.people;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser profile: one Chromium on one folder, with tabs. It can be killed and started again. */
public final class Profile implements AutoCloseable {

    private final Chromium chromium;
    private final String name;
    private final Path folder;
    private final URI site;
    private final String homeserver;
    private final List<String> console = new ArrayList<>();
    private final List<TabPage> tabs = new ArrayList<>();
    private final List<String> preparations = new ArrayList<>();
    private BrowserContext context;
    private ProcessHandle process;

    /** All processes of it, the first one first; none as long as nobody has killed it. */
    private volatile List<ProcessHandle> killed = List.of();

    public Profile(Chromium chromium, String name, Path folder, URI site, String homeserver) {
        this.chromium = chromium;
        this.name = name;
        this.folder = folder;
        this.site = site;
        this.homeserver = homeserver;
        launch();
    }

    /** Opens one more tab on Pando. */
    public TabPage newTab() {
        return newTab(site.toString());
    }

    /** Opens one more tab on Pando, and waits no longer than until the page itself is there. */
    public TabPage newTabThatIsLoading() {
        TabPage tab = blankTab();
        tab.page().navigate(site.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        return tab;
    }

    /** Opens one more tab on an address that a tab had before. */
    public TabPage newTab(String address) {
        TabPage tab = blankTab();
        tab.page().navigate(address);
        return tab;
    }

    /** Opens one more tab on an address, with a script that runs before all others, also after a reload. */
    public TabPage newTab(String address, String script) {
        TabPage tab = blankTab();
        tab.page().addInitScript(script);
        tab.page().navigate(address);
        return tab;
    }

    /** The bytes that scripts of a tab hold. */
    public long heap(TabPage tab) {
        return Heap.ofPage(devtools(tab));
    }

    /** The bytes that the core holds. */
    public long coreHeap() {
        return Heap.ofSharedWorkers(context);
    }

    /**
     * Opens many tabs on an address, all at once. They count what the core tells them.
     *
     * @param hidden whether the tabs are behind others, where nobody sees them
     */
    public List<TabPage> newTabs(int count, String address, boolean hidden) {
        List<TabPage> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TabPage tab = blankTab();
            tab.page().addInitScript(PageScript.beside(Profile.class, "count-messages.js"));
            if (hidden) {
                tab.page().addInitScript(PageScript.beside(Profile.class, "hidden.js"));
            }
            opened.add(tab);
        }
        String go = "address => { setTimeout(() => { location.href = address; }); }";
        opened.forEach(tab -> tab.page().evaluate(go, address));
        return opened;
    }

    private TabPage blankTab() {
        Page page = context.newPage();
        page.onConsoleMessage(message -> console.add("tab: " + message.text()));
        page.onPageError(error -> console.add("tab threw: " + error));
        TabPage tab = new TabPage(page, homeserver);
        tabs.add(tab);
        return tab;
    }

    /** Makes it a browser that lacks something, in all tabs from now on: {@code SharedWorker}, for instance. */
    public void withdraw(String feature) {
        prepare("delete window." + feature + ";");
    }

    /** Runs a script in all tabs from now on, before anything else. */
    public void prepare(String script) {
        preparations.add(script);
        context.addInitScript(script);
    }

    /** The DevTools of a tab, for what only they can do. */
    public CDPSession devtools(TabPage tab) {
        return context.newCDPSession(tab.page());
    }

    /**
     * Limits what the site may store, as a full disk does; see {@link #freeDisk}. Chromium looks at the limit again
     * only after a while, so this waits until it refuses to write.
     */
    public void fillDisk(TabPage tab) {
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", origin());
        quota.addProperty("quotaSize", 1);
        devtools(tab).send("Storage.overrideQuotaForOrigin", quota);
        String write = PageScript.beside(Profile.class, "write-to-disk.js");
        tab.page().waitForCondition(() -> tab.page().evaluate(write).equals("QuotaExceededError"));
    }

    public void freeDisk(TabPage tab) {
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", origin());
        devtools(tab).send("Storage.overrideQuotaForOrigin", quota);
    }

    /** The addresses of the cores that run: more than one only while one hands over to another. */
    public List<String> cores() {
        CDPSession devtools = context.browser().newBrowserCDPSession();
        try {
            return coreTargets(devtools).stream().map(target -> target.get("url").getAsString()).toList();
        } finally {
            devtools.detach();
        }
    }

    /** Waits until this core runs and no other. */
    public void awaitCore(String address) {
        context.waitForCondition(() -> cores().equals(List.of(address)));
    }

    /** Ends every core as a browser does that needs memory: none gets to say goodbye. The tabs stay. */
    public void killCores() {
        CDPSession devtools = context.browser().newBrowserCDPSession();
        try {
            for (JsonObject target : coreTargets(devtools)) {
                killUnlessEnded(devtools, target);
            }
        } finally {
            devtools.detach();
        }
    }

    /** A core may end of itself meanwhile, when it hands over to another. */
    private static void killUnlessEnded(CDPSession devtools, JsonObject core) {
        JsonObject which = new JsonObject();
        which.add("targetId", core.get("targetId"));
        try {
            devtools.send("Target.closeTarget", which);
        } catch (PlaywrightException e) {
            if (coreTargets(devtools).stream().anyMatch(left -> left.get("targetId").equals(core.get("targetId")))) {
                throw e;
            }
        }
    }

    private static List<JsonObject> coreTargets(CDPSession devtools) {
        List<JsonObject> found = new ArrayList<>();
        devtools.send("Target.getTargets").getAsJsonArray("targetInfos").forEach(target -> {
            if (target.getAsJsonObject().get("type").getAsString().equals("shared_worker")) {
                found.add(target.getAsJsonObject());
            }
        });
        return found;
    }

    /**
     * The browser closes every database under who uses it, as it does when its storage fails: by the button that it has
     * for that on a page for its developers.
     */
    public void closeDatabases() {
        Page internals = context.newPage();
        try {
            internals.navigate("chrome://chrome-urls/");
            internals.getByText(Pattern.compile("(Enable|Disable) internal debugging pages")).waitFor();
            Locator enable = internals.getByText("Enable internal debugging pages");
            if (enable.isVisible()) {
                enable.click();
            }
            internals.navigate("chrome://indexeddb-internals/");
            internals.locator(".indexeddb-origin", new Page.LocatorOptions().setHasText(origin()))
                    .locator(".force-close").first().click();
        } finally {
            internals.close();
        }
    }

    /** The browser takes from the site all that it has stored, as when the disk is full or a person clears it. */
    public void evictStorage(TabPage tab) {
        JsonObject all = new JsonObject();
        all.addProperty("origin", origin());
        all.addProperty("storageTypes", "all");
        devtools(tab).send("Storage.clearDataForOrigin", all);
    }

    /** Kills the browser as the kernel would: no process of it gets to say goodbye. Any thread may call this. */
    public void kill() {
        List<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants()).toList();
        killed = family;
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(Profile::awaitEnd);
    }

    public boolean isRunning() {
        return killed.isEmpty();
    }

    /** Waits until the browser has ended with all its processes, say because somebody else's {@link #kill} took effect. */
    public void awaitEnded() {
        awaitEnd(process);
        killed.forEach(Profile::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Starts the browser again on the same folder. Earlier tabs are gone. */
    public void restart() {
        closeContext();
        tabs.clear();
        console.add("---- restarted");
        launch();
    }

    /** The names of the site's databases. */
    @SuppressWarnings("unchecked")
    public List<String> databases(TabPage tab) {
        return (List<String>) tab.page()
                .evaluate("async () => (await indexedDB.databases()).map(database => database.name)");
    }

    /** Everything that the site has stored in this profile, as text: to search it for what must not be there. */
    public String storedText(TabPage tab) {
        return (String) tab.page().evaluate(PageScript.beside(Profile.class, "stored-text.js"));
    }

    /** The keys that a script of the page finds in the site's databases. */
    public List<StoredKey> storedKeys(TabPage tab) {
        List<?> found = (List<?>) tab.page().evaluate(PageScript.beside(Profile.class, "stored-keys.js"));
        return found.stream().map(key -> StoredKey.of((Map<?, ?>) key)).toList();
    }

    public void saveEvidence(Path target) throws IOException {
        if (isRunning()) {
            console.addAll(WorkerConsole.read(context));
        }
        Files.write(target.resolve(name + "-console.txt"), console);
        for (int i = 0; i < tabs.size(); i++) {
            Page page = tabs.get(i).page();
            if (isRunning() && !page.isClosed()) {
                String tab = name + "-tab-" + (i + 1);
                page.screenshot(new Page.ScreenshotOptions().setPath(target.resolve(tab + ".png")));
                Files.writeString(target.resolve(tab + ".html"), page.content());
            }
        }
    }

    @Override
    public void close() {
        closeContext();
    }

    private String origin() {
        return site.getScheme() + "://" + site.getAuthority();
    }

    private void launch() {
        context = chromium.launch(folder);
        preparations.forEach(context::addInitScript);
        process = chromium.processOn(folder);
        killed = List.of();
    }

    private void closeContext() {
        try {
            context.close();
        } catch (PlaywrightException e) {
            if (isRunning()) {
                throw e;
            } // a killed browser can't be closed
        }
        awaitEnded();
    }
}
