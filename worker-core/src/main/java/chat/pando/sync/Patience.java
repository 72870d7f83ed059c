package chat.pando.sync;

import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import chat.pando.host.Signal;
import java.util.OptionalLong;

/**
 * One worker's way of waiting for a server: a back-off of its own that stands still while the account is offline and
 * starts afresh when the connection is back.
 */
final class Patience {

    /** A server that asks for less, again and again, gets no storm for it. */
    private static final long SHORTEST_MILLIS = 500;

    private final Clock clock;
    private final Supervisor supervisor;
    private final Backoff backoff;
    private final Signal changed = new Signal();

    Patience(Clock clock, Entropy entropy, Supervisor supervisor) {
        this.clock = clock;
        this.supervisor = supervisor;
        this.backoff = new Backoff(entropy);
        supervisor.onChange(changed::raise);
        supervisor.onHope(changed::raise);
    }

    /**
     * Waits while the account is offline; the supervisor alone finds out when that is over.
     *
     * @return whether it had to wait
     * @throws Ended where the link is over
     */
    boolean awaitConnection() {
        boolean waited = false;
        while (supervisor.link().state() == Link.State.OFFLINE) {
            changed.await();
            waited = true;
        }
        requireOpen();
        return waited;
    }

    /** @throws Ended where the link is over */
    void requireOpen() {
        if (supervisor.link().over()) {
            throw new Ended();
        }
    }

    /**
     * Rests as long as the server asks, or as the back-off says; the latter ends early, and starts afresh, when the
     * link recovers or there is another reason to try at once.
     */
    void rest(OptionalLong retryAfterMillis) {
        long rest = retryAfterMillis.isPresent()
                ? Math.max(SHORTEST_MILLIS, retryAfterMillis.getAsLong())
                : backoff.next();
        long until = clock.now() + rest;
        boolean wasOnline = supervisor.link().state() == Link.State.ONLINE;
        int hopes = supervisor.hopes();
        while (clock.now() < until && !supervisor.link().over()) {
            changed.await(clock, until - clock.now());
            boolean online = supervisor.link().state() == Link.State.ONLINE;
            boolean hope = online && !wasOnline || supervisor.hopes() != hopes;
            if (hope && retryAfterMillis.isEmpty()) {
                backoff.reset();
                return;
            }
            wasOnline = online;
        }
    }

    void reset() {
        backoff.reset();
    }
}
