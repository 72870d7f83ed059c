package chat.pando.core;

import chat.pando.core.handover.Version;
import chat.pando.host.Host;
import chat.pando.jvm.JvmPorts;
import chat.pando.store.Accounts;
import java.util.Optional;

/** A core of some version in a {@link Profile}, with the ports of its tabs, until its worker ends. */
final class RunningCore {

    final Version version;
    final JvmPorts ports;
    private final Core core;
    private boolean ended;

    RunningCore(Host host, Accounts accounts, Optional<String> origin, Version version, JvmPorts ports) {
        this.version = version;
        this.ports = ports;
        this.core = new Core(host, accounts, ports, new Worker(version, origin, this::end));
        core.start();
    }

    void stop() {
        core.stop();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    synchronized void awaitEnd() {
        long deadline = System.currentTimeMillis() + Patience.MILLIS;
        try {
            while (!ended) {
                long left = deadline - System.currentTimeMillis();
                if (left <= 0) {
                    throw new AssertionError("the core of " + version.url() + " does not end");
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
