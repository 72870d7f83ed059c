package chat.pando.sync;

import chat.pando.host.Abort;
import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import chat.pando.host.Network;
import chat.pando.host.Signal;
import chat.pando.matrix.MatrixError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The judge of one account's connection: says when the next /sync may go out, and tells everybody how the link stands.
 *
 * <p>After failures it waits longer and longer. While the platform says that there is no network, the back-off stands
 * still, and an attempt is made only now and then: what the platform believes is no proof, least of all about a homeserver
 * on the same machine. When the network returns, the computer wakes up, or a person looks or asks, it tries at once.
 */
public final class Supervisor {

    /** How long an attempt waits while the platform believes that there is no network. */
    private static final long PROBE_MILLIS = 30_000;

    private final Clock clock;
    private final Network network;
    private final Backoff backoff;
    private final Signal wake = new Signal();
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Runnable> hopeful = new ArrayList<>();
    private Link link = Link.CONNECTING;
    private Abort attempt = new Abort();
    private int hopes;
    /** Whether something has happened since the attempt began that makes it pointless. */
    private boolean interrupted;

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
     * Waits until the next attempt may be made, and begins it.
     *
     * @return what ends the attempt when it has become pointless; empty where there will be none, because the link is over
     */
    Optional<Abort> awaitTurn() {
        while (true) {
            long rest;
            synchronized (this) {
                if (link.over()) {
                    return Optional.empty();
                }
                rest = link.retryAt().orElse(0) - clock.now();
                if (rest <= 0) {
                    attempt = new Abort();
                    interrupted = false;
                    return Optional.of(attempt);
                }
            }
            wake.await(clock, rest);
        }
    }

    /** The attempt got through. */
    void succeeded() {
        backoff.reset();
        conclude(Link.ONLINE);
    }

    void failed(Trouble trouble, OptionalLong retryAfterMillis) {
        if (network.online()) {
            long rest = Math.max(backoff.next(), retryAfterMillis.orElse(0));
            conclude(Link.retrying(trouble, clock.now() + rest));
        } else {
            conclude(offline());
        }
    }

    /** Ends the link for good. */
    public void end(Trouble trouble) {
        interrupt(Link.ended(trouble));
    }

    /** Ends the link because the session is over. */
    void endSession(MatrixError refusal) {
        end(refusal.softLogout() ? Trouble.SESSION_EXPIRED : Trouble.SIGNED_OUT);
    }

    /** Calls the listener whenever there is a reason to try at once what rests. */
    synchronized void onHope(Runnable listener) {
        hopeful.add(listener);
    }

    /** How often there was a reason to try at once what rests. */
    synchronized int hopes() {
        return hopes;
    }

    private void hope() {
        List<Runnable> toTell;
        synchronized (this) {
            hopes++;
            toTell = List.copyOf(hopeful);
        }
        toTell.forEach(Runnable::run);
    }

    /** Somebody looks: what rests is tried now, and a connection that works is left alone. */
    public void lookedAt() {
        Link.State now = link().state();
        if (now == Link.State.OFFLINE || now == Link.State.WAITING) {
            tryNow();
        } else {
            hope();
        }
    }

    /** Tries now instead of at the next due time, also where an attempt is under way: it may hang. */
    public void tryNow() {
        hope();
        backoff.reset();
        Link.State now = link().state();
        boolean resting = now == Link.State.OFFLINE || now == Link.State.WAITING;
        interrupt(resting ? Link.CONNECTING : link());
    }

    private void networkChanged() {
        if (network.online()) {
            tryNow();
        } else {
            interrupt(offline());
        }
    }

    private Link offline() {
        return Link.noNetwork(clock.now() + PROBE_MILLIS);
    }

    /** What an attempt has found, unless it was interrupted: then it says nothing of how things stand now. */
    private void conclude(Link found) {
        List<Runnable> toTell;
        synchronized (this) {
            toTell = interrupted ? List.of() : become(found);
        }
        toTell.forEach(Runnable::run);
    }

    /** Ends the attempt under way, for what has become of the link without it. */
    private void interrupt(Link next) {
        Abort current;
        List<Runnable> toTell;
        synchronized (this) {
            interrupted = true;
            current = attempt;
            toTell = become(next);
        }
        toTell.forEach(Runnable::run);
        current.abort();
        wake.raise();
    }

    /** The caller holds this object's monitor, and tells the listeners that are answered when it has let go of it. */
    private List<Runnable> become(Link next) {
        if (link.over() || link.equals(next)) {
            return List.of();
        }
        link = next;
        return List.copyOf(listeners);
    }
}
