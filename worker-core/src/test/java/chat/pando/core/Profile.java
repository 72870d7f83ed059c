package chat.pando.core;

import chat.pando.host.Host;
import chat.pando.host.Http;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmClock;
import chat.pando.jvm.JvmEntropy;
import chat.pando.jvm.JvmHttp;
import chat.pando.jvm.JvmLocks;
import chat.pando.jvm.JvmNetwork;
import chat.pando.jvm.JvmPorts;
import chat.pando.jvm.JvmTasks;
import chat.pando.jvm.NanoJson;
import chat.pando.store.MemoryAccounts;
import java.util.Optional;

/** A browser profile on the JVM: what outlives a core, and the core that runs in it. */
final class Profile {

    final JvmNetwork network = new JvmNetwork();
    final MemoryAccounts accounts = new MemoryAccounts();
    final Host host;
    private final Optional<String> origin;
    private JvmPorts ports = new JvmPorts();
    private Core core;

    Profile(String origin) {
        this(new JvmHttp(), Optional.of(origin));
    }

    Profile(Http http, Optional<String> origin) {
        this.origin = origin;
        this.host = new Host(
                new JvmClock(),
                new JvmEntropy(),
                new JcaPrimitives(),
                http,
                network,
                new JvmLocks(),
                new NanoJson(),
                new JvmTasks(),
                new SilentLog());
        startCore();
    }

    /** A new tab. */
    TestTab tab() {
        return new TestTab(host, ports);
    }

    /** Ends the core and starts another one on what is stored. */
    void restart() {
        core.stop();
        ports = new JvmPorts();
        startCore();
    }

    void stop() {
        core.stop();
    }

    private void startCore() {
        core = new Core(host, accounts, ports, origin);
        core.start();
    }
}
