package chat.pando.channel;

import chat.pando.host.Clock;

/** How long something may be tried: from the first time that somebody asks until the time is up. */
final class Deadline {

    private final Clock clock;
    private final long millis;
    private long at;

    Deadline(Clock clock, long millis) {
        this.clock = clock;
        this.millis = millis;
    }

    /** The time begins anew. */
    void restart() {
        at = 0;
    }

    /** How long there is left; 0 where the time is up. */
    long left() {
        long now = clock.now();
        if (at == 0) {
            at = now + millis;
        }
        // No more than all of it, also where the clock was set back.
        at = Math.min(at, now + millis);
        return Math.max(0, at - now);
    }
}
