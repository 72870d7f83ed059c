package chat.pando.lab.sim.server;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How many messages the server takes of each person, by the arithmetic of Synapse: a bucket that leaks at a rate. What
 * would make it overflow is refused and isn't counted, and the person is told how long to wait, in whole milliseconds.
 */
final class Limiter {

    private final double perSecond;
    private final int burst;
    private final Map<String, Bucket> buckets = new HashMap<>();

    Limiter(double perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** More than anybody sends. */
    static Limiter open() {
        return new Limiter(1_000_000, 1_000_000);
    }

    /** What a person has sent since their bucket was last empty. */
    private record Bucket(long actions, double emptyAt) {}

    /** Takes a message, or says how many milliseconds it is too early; empty where it is taken. */
    OptionalLong take(String user, long nowMillis) {
        double now = nowMillis / 1000.0;
        Bucket bucket = buckets.getOrDefault(user, new Bucket(0, now));
        double level = bucket.actions() - (now - bucket.emptyAt()) * perSecond;
        if (level < 0) {
            bucket = new Bucket(0, now);
        }
        if (level > burst - 1) {
            double allowed = bucket.emptyAt() + (bucket.actions() - burst + 1) / perSecond;
            return OptionalLong.of((long) (1000 * Math.max(0, allowed - now)));
        }
        buckets.put(user, new Bucket(bucket.actions() + 1, bucket.emptyAt()));
        return OptionalLong.empty();
    }
}
