package chat.pando.e2e.people;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A browser profile: one Chromium on one folder, with tabs. It can be killed and started again. */
public final class Profile implements AutoCloseable {

    private final Chromium chromium;
    private final String name;
    private final Path folder;
    private final URI site;
    private final String homeserver;
    private final List<String> console = new ArrayList<>();
    private final List<TabPage> tabs = new ArrayList<>();
    private BrowserContext context;
    private ProcessHandle process;
    private volatile boolean killed;

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

    /** Opens one more tab on an address that a tab had before. */
    public TabPage newTab(String address) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> console.add("tab: " + message.text()));
        page.onPageError(error -> console.add("tab threw: " + error));
        page.navigate(address);
        TabPage tab = new TabPage(page, homeserver);
        tabs.add(tab);
        return tab;
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
        String write = Scripts.read("write-to-disk.js");
        tab.page().waitForCondition(() -> tab.page().evaluate(write).equals("QuotaExceededError"),
                new Page.WaitForConditionOptions().setTimeout(2 * Patience.MS));
    }

    public void freeDisk(TabPage tab) {
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", origin());
        devtools(tab).send("Storage.overrideQuotaForOrigin", quota);
    }

    /** Kills the browser as the kernel would: no process of it gets to say goodbye. Any thread may call this. */
    public void kill() {
        killed = true;
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    public boolean isRunning() {
        return !killed;
    }

    /** Waits until the browser has ended, say because somebody else's {@link #kill} took effect. */
    public void awaitEnded() {
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
        return (String) tab.page().evaluate(Scripts.read("stored-text.js"));
    }

    /** The keys that a script of the page finds in the site's databases. */
    public List<StoredKey> storedKeys(TabPage tab) {
        List<?> found = (List<?>) tab.page().evaluate(Scripts.read("stored-keys.js"));
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
        process = chromium.processOn(folder);
        killed = false;
    }

    private void closeContext() {
        try {
            context.close();
        } catch (PlaywrightException e) {
            if (!killed) {
                throw e;
            } // a killed browser can't be closed
        }
        awaitEnded();
    }
}
