package chat.pando.lab.drive.chromium;

import chat.pando.lab.drive.Ability;
import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.ProcessBrowser;
import chat.pando.lab.drive.ProcessFamily;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A Chromium on one folder. */
final class ChromiumBrowser extends ProcessBrowser<ChromiumTab> {

    private static final Set<Ability> ABILITIES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Ability.GO_OFFLINE)));

    /**
     * A SharedWorker is frozen while all its pages are in the back/forward cache. Where that interrupts a running script,
     * Chromium (156) still lets IndexedDB's answers in, runs the script that waits for them, and V8 ends the process,
     * since no script may run within an interrupt.
     */
    private static final String FROZEN_AND_RUN = "Invoke in DisallowJavascriptExecutionScope";

    private final Path executable;
    private final boolean headed;
    private final Path folder;
    private DevTools devTools;
    private String front = "";

    ChromiumBrowser(Path executable, boolean headed, String name, Path folder) throws IOException {
        super(name);
        this.executable = executable;
        this.headed = headed;
        this.folder = folder;
        start();
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public BrowserTab open(URI address) {
        ChromiumTab tab = opened(new ChromiumTab(devTools, front, this::heard));
        tab.navigate(address.toString());
        return tab;
    }

    @Override
    public void killCore() {
        for (String worker : sharedWorkers()) {
            unlessEnded(worker, () -> devTools.send("Target.closeTarget", Map.of("targetId", worker)));
        }
    }

    /** What is done with a worker, unless it has ended of itself meanwhile, as a core does that hands over to another. */
    private <T> Optional<T> unlessEnded(String worker, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (DriveException e) {
            if (sharedWorkers().contains(worker)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** What a worker has written to its console; nothing where it has ended. */
    private List<String> log(String worker) {
        return unlessEnded(worker, () -> WorkerLog.read(devTools, worker)).orElse(List.of());
    }

    @Override
    public void setOffline(boolean offline) {
        throw new UnsupportedOperationException("Chromium takes workers offline only while a debugger holds them");
    }

    @Override
    public List<String> thrown() {
        return console().stream().filter(line -> line.startsWith("tab threw: ")).toList();
    }

    /** The browser keeps a worker's console for whoever attaches; its successor would wait for that debugger. */
    @Override
    public List<String> thrownInWorkers() {
        return sharedWorkers().stream()
                .flatMap(worker -> log(worker).stream())
                .filter(line -> line.startsWith("worker threw: ") || line.contains("Exception in thread")).toList();
    }

    @Override
    public List<String> ownFaults() {
        return console().stream().filter(line -> line.contains(FROZEN_AND_RUN)).toList();
    }

    @Override
    public void saveEvidence(Path target) throws IOException {
        if (isRunning()) {
            for (String worker : sharedWorkers()) {
                log(worker).forEach(this::heard);
            }
        }
        super.saveEvidence(target);
    }

    private List<String> sharedWorkers() {
        return targets("shared_worker").stream().map(target -> target.path("targetId").asString()).toList();
    }

    private List<JsonNode> targets(String type) {
        JsonNode targets = devTools.send("Target.getTargets", Map.of()).path("targetInfos");
        return StreamSupport.stream(targets.spliterator(), false)
                .filter(target -> target.path("type").asString().equals(type)).toList();
    }

    @Override
    protected ProcessFamily launch() throws IOException {
        ProcessFamily.Started<URI> started = ChromiumProcess.start(
                executable, headed, folder, line -> heard("browser: " + line));
        devTools = new DevTools(started.word());
        return started.family();
    }

    @Override
    protected void introduce() {
        front = devTools.send("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asString();
    }

    @Override
    protected void askToEnd() {
        devTools.sendLater("", "Browser.close", Map.of());
    }

    @Override
    protected void disconnect() {
        devTools.close();
    }
}
