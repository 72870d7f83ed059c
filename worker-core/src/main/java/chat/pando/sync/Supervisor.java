package chat.pando.sync;

import chat.pando.host.Abort;
import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import chat.pando.host.Network;
import chat.pando.host.Signal;
import chat.pando.matrix.MatrixError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The judge of one account's connection: says when the next /sync may go out, and tells everybody how the link stands.
 *
 * <p>After failures it waits longer and longer. While the platform says that there is no network, the back-off stands
 * still, and an attempt is made only now and then: what the platform believes is no proof, least of all about a homeserver
 * on the same machine. When the network returns, or a person asks, it tries at once.
 */
public final class Supervisor {

    /** How long an attempt waits while the platform believes that there is no network. */
    private static final long PROBE_MILLIS = 30_000;

    private final Clock clock;
    private final Network network;
    private final Backoff backoff;
    private final Signal wake = new Signal();
    private final List<Runnable> listeners = new ArrayList<>();
    private Link link = Link.CONNECTING;
    private Abort attempt = new Abort();

    public Supervisor(Clock clock, Network network, Entropy entropy) {
        this.clock = clock;
        this.network = network;
        this.backoff = new Backoff(entropy);
        network.onChange(this::networkChanged);
    }

    public synchronized Link link() {
        return link;
    }

    /** Calls the listener after each change of the link. */
    public synchronized void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Waits until the next attempt may be made.
     *
     * @return false where there will be none, because the link is over
     */
    boolean awaitTurn() {
        while (!link().over()) {
            long rest = link().retryAt().orElse(0) - clock.now();
            if (rest <= 0) {
                return true;
            }
            wake.await(clock, rest);
        }
        return false;
    }

    /** Begins an attempt; what is answered here ends it when it has become pointless. */
    synchronized Abort begin() {
        attempt = new Abort();
        if (link.over()) {
            attempt.abort();
        }
        return attempt;
    }

    void succeeded() {
        backoff.reset();
        become(Link.ONLINE);
    }

    void failed(Trouble trouble, OptionalLong retryAfterMillis) {
        if (!network.online()) {
            becomeOffline();
            return;
        }
        long rest = Math.max(backoff.next(), retryAfterMillis.orElse(0));
        become(Link.retrying(trouble, clock.now() + rest));
    }

    /** Ends the link for good. */
    public void end(Trouble trouble) {
        become(Link.ended(trouble));
        interrupt();
    }

    /** Ends the link because the session is over. */
    void endSession(MatrixError refusal) {
        end(refusal.softLogout() ? Trouble.SESSION_EXPIRED : Trouble.SIGNED_OUT);
    }

    /** Tries now instead of at the next due time. */
    public void tryNow() {
        backoff.reset();
        forgetRetry();
        interrupt();
    }

    private void networkChanged() {
        if (network.online()) {
            tryNow();
        } else {
            becomeOffline();
            interrupt();
        }
    }

    private void becomeOffline() {
        become(Link.noNetwork(clock.now() + PROBE_MILLIS));
    }

    private void forgetRetry() {
        Link now = link();
        if (now.state() == Link.State.OFFLINE || now.state() == Link.State.WAITING) {
            become(Link.CONNECTING);
        }
    }

    private void interrupt() {
        Abort current;
        synchronized (this) {
            current = attempt;
        }
        current.abort();
        wake.raise();
    }

    private void become(Link next) {
        List<Runnable> toTell;
        synchronized (this) {
            if (link.over() || link.equals(next)) {
                return;
            }
            link = next;
            toTell = List.copyOf(listeners);
        }
        toTell.forEach(Runnable::run);
    }
}
