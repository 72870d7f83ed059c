package chat.pando.lab.sim.browser;

import chat.pando.core.BroadcastPorts;
import chat.pando.core.Core;
import chat.pando.core.Worker;
import chat.pando.core.handover.Version;
import chat.pando.host.Host;
import chat.pando.host.Port;
import chat.pando.host.Ports;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.NanoJson;
import chat.pando.lab.sim.Laws;
import chat.pando.lab.sim.server.Client;
import chat.pando.lab.sim.time.Process;
import chat.pando.store.Reads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** A worker of a simulated browser, with the true core in it: a SharedWorker, or a dedicated one of one page. */
final class SimulatedCore implements Client {

    private final Browser browser;
    private final String url;
    private final Process process;
    private final CoreHttp http;
    private final CoreNetwork network;
    private final CoreAccounts accounts;
    private final List<SimulatedLine> lines = new ArrayList<>();
    private final Set<Page> owners = new LinkedHashSet<>();
    private final Deque<Port> early = new ArrayDeque<>();
    private Optional<Consumer<Port>> onConnect = Optional.empty();
    private final boolean dedicated;
    private boolean uncertain;

    /** @param onEnd told when the core has ended its worker itself; present for a dedicated one */
    SimulatedCore(
            Browser browser, Version version, ProfileDisk disk, Surroundings world, Optional<Runnable> onEnd) {
        this.dedicated = onEnd.isPresent();
        this.browser = browser;
        this.url = version.url();
        Random random = browser.random();
        process = new Process(browser.scheduler(), url, escaped ->
                world.laws().broken(Laws.Law.FAULT_OF_THE_CORE, "a thread died of " + Stack.of(escaped)));
        CoreTime time = new CoreTime(process, browser.scheduler(), random);
        http = new CoreHttp(this, world.wire());
        network = new CoreNetwork(process, browser::online);
        accounts = new CoreAccounts(disk, version.schema(), time);
        Host host = new Host(
                time,
                count -> {
                    process.touch();
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                new CorePrimitives(new JcaPrimitives(new SeededRandom(random)), world.signatures(), time),
                http,
                network,
                new CoreLocks(browser.locks(), process),
                (name, listener) -> browser.broadcasts().join(name, process, listener),
                new NanoJson(),
                new CoreTasks(process),
                new CoreLog(process, world.laws()));
        Worker worker = new Worker(version, Optional.empty(), () -> {
            onEnd.ifPresent(told -> browser.scheduler().after(1, told));
            process.die();
        });
        process.start(() -> {
            Ports ports = dedicated ? new BroadcastPorts(host.broadcasts(), url) : this::listen;
            new Core(host, accounts, ports, worker).start();
        });
    }

    Process process() {
        return process;
    }

    boolean isDedicated() {
        return dedicated;
    }

    String url() {
        return url;
    }

    private void listen(Consumer<Port> listener) {
        process.touch();
        onConnect = Optional.of(listener);
        while (!early.isEmpty()) {
            connected(early.poll());
        }
    }

    private void connected(Port port) {
        onConnect.ifPresentOrElse(listener -> process.start(() -> listener.accept(port)), () -> early.add(port));
    }

    /** A page has connected, or this core has started over on a line that another one had. */
    void connect(SimulatedLine line) {
        CorePort port = new CorePort(process, line);
        line.attach(port);
        lines.add(line);
        owners.add(line.page());
        connected(port);
    }

    List<SimulatedLine> lines() {
        return List.copyOf(lines);
    }

    /** A page is gone. */
    void disown(Page page) {
        owners.remove(page);
        lines.removeIf(line -> line.page() == page);
    }

    /** Whether any page is left for which this worker runs. */
    boolean isOwned() {
        return !owners.isEmpty();
    }

    void networkChanged() {
        network.changed();
        if (!browser.online()) {
            http.cutAll();
        }
    }

    @Override
    public boolean online() {
        return browser.online();
    }

    @Override
    public boolean mayBeOvertaken() {
        return uncertain;
    }

    /** Lets the core stand still. */
    void freeze() {
        uncertain = true;
        process.freeze();
    }

    /** Its locks are dropped, and it isn't told. */
    void lostLocks() {
        uncertain = true;
    }

    @Override
    public Optional<Reads> stored(String userId) {
        return accounts.stored(userId);
    }
}
