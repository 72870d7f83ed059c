package chat.pando.core;

import chat.pando.core.handover.Version;
import chat.pando.host.Clock;
import chat.pando.host.Host;
import chat.pando.host.Http;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmBroadcasts;
import chat.pando.jvm.JvmClock;
import chat.pando.jvm.JvmEntropy;
import chat.pando.jvm.JvmHttp;
import chat.pando.jvm.JvmLocks;
import chat.pando.jvm.JvmNetwork;
import chat.pando.jvm.JvmPorts;
import chat.pando.jvm.JvmTasks;
import chat.pando.jvm.NanoJson;
import chat.pando.store.Accounts;
import chat.pando.store.MemoryAccounts;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A browser profile on the JVM: what outlives a core, and the core that runs in it. */
final class Profile {

    final JvmNetwork network = new JvmNetwork();
    final MemoryAccounts accounts;
    private final Accounts seen;
    final Host host;
    private final Optional<String> origin;
    private RunningCore core;

    Profile(String origin) {
        this(new JvmHttp(), Optional.of(origin));
    }

    Profile(Http http, Optional<String> origin) {
        this(http, origin, new MemoryAccounts());
    }

    private Profile(Http http, Optional<String> origin, MemoryAccounts accounts) {
        this(http, origin, accounts, UnaryOperator.identity(), new JvmClock());
    }

    /** A profile with a clock of the test's own. */
    Profile(Http http, Clock clock) {
        this(http, Optional.empty(), new MemoryAccounts(), UnaryOperator.identity(), clock);
    }

    /** A profile whose core sees its accounts through something of the test's own. */
    Profile(Http http, UnaryOperator<Accounts> through) {
        this(http, Optional.empty(), new MemoryAccounts(), through, new JvmClock());
    }

    private Profile(
            Http http,
            Optional<String> origin,
            MemoryAccounts accounts,
            UnaryOperator<Accounts> through,
            Clock clock) {
        this.accounts = accounts;
        this.seen = through.apply(accounts);
        this.origin = origin;
        this.host = new Host(
                clock,
                new JvmEntropy(),
                new JcaPrimitives(),
                http,
                network,
                new JvmLocks(),
                new JvmBroadcasts(),
                new NanoJson(),
                new JvmTasks(),
                new SilentLog());
        core = start(Version.current("worker.js"));
    }

    /** A second profile on the same disk, whose core knows nothing of the first: what locks and talk should prevent. */
    Profile intruder(Http http) {
        return new Profile(http, origin, accounts);
    }

    /** A new tab. */
    TestTab tab() {
        return tab(core);
    }

    /** A new tab of that core. */
    TestTab tab(RunningCore of) {
        return new TestTab(host, of.ports);
    }

    /** The core that this profile has begun with, or was restarted with. */
    RunningCore core() {
        return core;
    }

    /** Starts another core beside those that run. */
    RunningCore start(Version version) {
        return start(version, new JvmPorts());
    }

    /** Starts another core on ports that a former one has had. */
    RunningCore start(Version version, JvmPorts ports) {
        return new RunningCore(host, seen, origin, version, ports);
    }

    /** Ends the core and starts another one on what is stored. */
    void restart() {
        core.stop();
        core = start(core.version);
    }

    void stop() {
        core.stop();
    }
}
