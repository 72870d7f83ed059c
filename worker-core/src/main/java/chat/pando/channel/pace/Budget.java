package chat.pando.channel.pace;

import chat.pando.json.JsonObject;
import java.util.Optional;

/** What is known of a server's limit, and how much of it is left. A value: each event makes another one of it. */
sealed interface Budget permits Unlimited, Learning, Limited {

    /** The earliest time at which a message may go. */
    long opensAt(long now);

    /** Whether each message is to wait for the answer to the one before. */
    boolean oneByOne();

    /** What it is to a message that may go now. */
    Grant grant(long number, long now);

    Budget granted(Grant grant);

    /** The server took it. */
    Budget passed(Grant grant, long now);

    Budget refused(Refused refusal);

    /** It was not sent. */
    Budget returned(Grant grant);

    /** What is worth knowing after a restart; empty where nothing is. */
    Optional<JsonObject> stored();

    /** The budget that was stored; nothing where it can't be, because the clock was set back since. */
    static Budget restored(JsonObject stored, long now) {
        long slot = stored.integer("slot").orElse(0);
        if (slot > now + Limited.FORGET_MILLIS) {
            return Unlimited.FRESH;
        }
        long interval = stored.integer("interval").orElse(0);
        if (interval <= 0) {
            return new Learning(slot, 0, 0, slot, Learning.Opening.UNSEEN);
        }
        return new Limited(
                slot,
                interval,
                (int) stored.integer("burst").orElse(0),
                new Limited.Trail(0, Limited.Trail.NO_BASE, 0, 0, 1),
                new Probe(stored.integer("probe_at").orElse(now), stored.integer("probe_rest").orElse(0)));
    }
}
