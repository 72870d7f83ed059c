package chat.pando.sync;

import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * When things that did not get through may be tried again, where many are under way side by side: each has a back-off of
 * its own.
 *
 * <p>All begin afresh when the link recovers or there is another reason to try at once; only what the server has asked
 * for is waited out in any case.
 */
public final class Retries {

    /** What a server asks for beyond these is no wish but a mistake. */
    private static final long SHORTEST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 86_400_000;

    private final Clock clock;
    private final Entropy entropy;
    private final Supervisor supervisor;
    private final Runnable onAfresh;
    private final Map<String, Rest> resting = new HashMap<>();
    private boolean online;

    /** How long one thing rests. */
    private static final class Rest {

        private final Backoff backoff;
        private long until;
        private boolean asked;

        Rest(Entropy entropy) {
            backoff = new Backoff(entropy);
        }
    }

    /** @param onAfresh called when what rests may be due at once */
    public Retries(Clock clock, Entropy entropy, Supervisor supervisor, Runnable onAfresh) {
        this.clock = clock;
        this.entropy = entropy;
        this.supervisor = supervisor;
        this.onAfresh = onAfresh;
        supervisor.onChange(this::linkChanged);
        supervisor.onHope(this::beginAfresh);
    }

    /** It did not get through, and rests as its back-off says. */
    public synchronized void failed(String thing) {
        rest(thing, OptionalLong.empty());
    }

    /** It rests as long as the server asks, or else as its back-off says. */
    public synchronized void rest(String thing, OptionalLong askedMillis) {
        Rest rest = resting.computeIfAbsent(thing, id -> new Rest(entropy));
        rest.asked = askedMillis.isPresent();
        rest.until = clock.now() + (rest.asked ? bounded(askedMillis.getAsLong()) : rest.backoff.next());
    }

    private static long bounded(long millis) {
        return Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, millis));
    }

    /** Whether it did not get through since it was last heard that things are better. */
    public synchronized boolean hasFailed(String thing) {
        return resting.containsKey(thing);
    }

    /** The time from which on it may be tried: 0 where nothing stands against it. */
    public synchronized long due(String thing) {
        Rest rest = resting.get(thing);
        return rest == null ? 0 : rest.until;
    }

    /** It got through, or is over. */
    public synchronized void forget(String thing) {
        resting.remove(thing);
    }

    private void linkChanged() {
        boolean now = supervisor.link().state() == Link.State.ONLINE;
        boolean recovered;
        synchronized (this) {
            recovered = now && !online;
            online = now;
        }
        if (recovered) {
            beginAfresh();
        }
    }

    private void beginAfresh() {
        synchronized (this) {
            resting.values().removeIf(rest -> !rest.asked);
        }
        onAfresh.run();
    }
}
