package chat.pando.lab.channel;

import chat.pando.core.Core;
import chat.pando.core.Worker;
import chat.pando.core.handover.Version;
import chat.pando.host.Abort;
import chat.pando.host.Clock;
import chat.pando.host.Host;
import chat.pando.host.Http;
import chat.pando.host.Log;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmBroadcasts;
import chat.pando.jvm.JvmEntropy;
import chat.pando.jvm.JvmLocks;
import chat.pando.jvm.JvmNetwork;
import chat.pando.jvm.JvmPorts;
import chat.pando.jvm.JvmTasks;
import chat.pando.jvm.NanoJson;
import chat.pando.store.Accounts;
import chat.pando.store.Changes;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One life of a core, from its start to its violent end.
 *
 * <p>A thread can't be killed; but from the moment of death on nothing that the core does has any effect: no byte
 * leaves, nothing is written, and what it still tells its tab is not heard. Its locks go with its host.
 */
final class Life {

    private final Abort death = new Abort();
    private final JvmPorts ports = new JvmPorts();
    private final Host host;
    private final Core core;

    /**
     * Starts a core on a profile's disk.
     *
     * @param clock    the time as this profile has it
     * @param onCommit hears of each commit, before the core does
     * @param onFault  hears what the core logs as a warning
     */
    Life(URI homeserver, Clock clock, Http http, Accounts disk, Consumer<Changes> onCommit, Consumer<String> onFault) {
        host = new Host(
                clock, new JvmEntropy(), new JcaPrimitives(), new MortalHttp(http, death), new JvmNetwork(),
                new JvmLocks(), new JvmBroadcasts(), new NanoJson(), new JvmTasks(), log(onFault));
        core = new Core(host, new MortalAccounts(new Mortal<>(disk, death), onCommit), ports,
                new Worker(Version.current("worker.js"), Optional.of(homeserver.toString()), () -> { }));
        core.start();
    }

    Host host() {
        return host;
    }

    /** Where tabs connect. */
    JvmPorts ports() {
        return ports;
    }

    /** Ends it between any two instructions; what is left of its threads is collected meanwhile. */
    void kill() {
        death.abort();
        host.tasks().start("lab-collect", core::stop);
    }

    private Log log(Consumer<String> onFault) {
        return new Log() {

            @Override
            public void info(String message) {
                // How cores come and go is known: the lab does it.
            }

            @Override
            public void warn(String message) {
                if (!death.aborted()) {
                    onFault.accept(message);
                }
            }
        };
    }
}
