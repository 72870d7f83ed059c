package chat.pando.channel.pace;

import chat.pando.json.JsonObject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The interval is known: a message is due every so often, and what was not used is saved up.
 *
 * <p>The same arithmetic as the server's: each message moves the slot on by an interval; a slot that lies n intervals
 * back means that n + 1 messages may go at once, but no more than the burst.
 *
 * @param slot     when the next message is due
 * @param interval how long a message counts, ms
 * @param burst    how many can be saved up at most; 0 while no refusal has shown it
 * @param trail    what was seen since the server last said when a message is due
 */
record Limited(long slot, long interval, int burst, Trail trail, Probe probe) implements Budget {

    /** After so long without need a limit is forgotten. */
    static final long FORGET_MILLIS = 3_600_000;
    /** From so many messages on, their mean is better than the interval that is known. */
    private static final long GOOD_MEAN = 4;
    /** A pause that a bucket may have run empty in. */
    private static final long PAUSE_MILLIS = 1_000;
    private static final long PAUSE_INTERVALS = 3;

    /**
     * What was seen since the server last said when a message is due.
     *
     * @param first  the number of the first grant since
     * @param base   what the server said; {@link #NO_BASE} where its bucket may have run empty since
     * @param passed how many got through since
     * @param latest when the latest of them left
     * @param peak   how many messages could have gone at once, at most, by what is known
     */
    record Trail(long first, long base, long passed, long latest, double peak) {

        static final long NO_BASE = Long.MIN_VALUE;

        /** @param unused the time in which the bucket was empty, and nothing was there to make use of it */
        Trail seeing(long unused, double saved, boolean pause) {
            long from = pause || base == NO_BASE ? NO_BASE : base + unused;
            return new Trail(first, from, passed, latest, Math.max(peak, saved));
        }

        Trail passing(Grant grant) {
            return grant.number() < first
                    ? this
                    : new Trail(first, base, passed + 1, Math.max(latest, grant.at()), peak);
        }

        Trail broken() {
            return new Trail(first, NO_BASE, passed, latest, peak);
        }

        /**
         * How long a message counts by what was seen before the refusal; empty where that is too little to say. A
         * bucket of one message is full from when it took the latest, and each that comes too early is refused: there
         * the margin counts for each.
         */
        OptionalLong mean(Refused refusal, long least, int burst) {
            long before = passed - refusal.heard();
            if (burst == 1) {
                return before < 1 || latest > refusal.grant().at()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.max(1, refusal.slot() - latest));
            }
            return base == NO_BASE || before < least || refusal.slot() <= base
                    ? OptionalLong.empty()
                    : OptionalLong.of(perMessage(refusal.slot() - base, before));
        }
    }

    static Limited learned(Refused refusal, long interval, int burst) {
        Probe probe = Probe.first(refusal.grant().at(), interval);
        return new Limited(refusal.nextSlot(interval, burst), interval, burst, trailFrom(refusal), probe);
    }

    private static Trail trailFrom(Refused refusal) {
        return new Trail(refusal.next(), refusal.slot(), 0, 0, 1);
    }

    /** Rounded up, so that it never adds up to too much. */
    static long perMessage(long span, long messages) {
        return Math.max(1, (span + messages - 1) / messages);
    }

    @Override
    public long opensAt(long now) {
        long ahead = Math.max(now, probe.at());
        return slot - ahead >= Math.max(1, interval / 2) ? ahead : slot;
    }

    @Override
    public boolean oneByOne() {
        return false;
    }

    @Override
    public Grant grant(long number, long now) {
        return new Grant(number, now, due(slot, now, interval, burst), now < slot);
    }

    /** When a message was due that goes now: no more of them are saved up than the burst. */
    static long due(long slot, long now, long interval, int burst) {
        return burst == 0 ? slot : Math.max(slot, now - (burst - 1) * interval);
    }

    @Override
    public Budget granted(Grant grant) {
        long late = grant.at() - grant.slot();
        if (late > FORGET_MILLIS) {
            return Unlimited.FRESH.granted(grant);
        }
        boolean pause = late > Math.max(PAUSE_MILLIS, PAUSE_INTERVALS * interval);
        Trail seen = grant.ahead() ? trail : trail.seeing(grant.slot() - slot, (double) late / interval + 1, pause);
        Probe next = grant.ahead() ? probe.after(grant.at()) : probe;
        return new Limited(grant.slot() + interval, interval, burst, seen, next);
    }

    /** One that got through ahead of time shows that the limit is no longer what it was. */
    @Override
    public Budget passed(Grant grant, long now) {
        return grant.ahead()
                ? Unlimited.after(grant, burst)
                : new Limited(slot, interval, burst, trail.passing(grant), probe);
    }

    @Override
    public Budget refused(Refused refusal) {
        Grant grant = refusal.grant();
        long next = refusal.nextSlot(interval, burst);
        if (grant.number() < trail.first()) {
            return new Limited(next, interval, burst, trail, probe); // another told the same, and that was learned
        }
        long tooEarly = refusal.slot() - grant.slot();
        if (grant.ahead() || Math.abs(tooEarly) <= Math.max(1, interval / 2)) {
            return new Limited(next, trail.mean(refusal, GOOD_MEAN, burst).orElse(interval), burst, trail, probe);
        }
        double excess = (double) tooEarly / interval;
        if (excess > 0 && trail.peak() >= excess + 0.5) {
            int saved = (int) Math.max(1, Math.round(trail.peak() - excess));
            return new Limited(next, interval, saved, trailFrom(refusal), probe);
        }
        return trail.base() == Trail.NO_BASE
                ? Learning.begun(refusal, Learning.Opening.of(burst))
                : new Limited(next, trail.mean(refusal, 1, burst).orElse(interval), burst, trailFrom(refusal), probe);
    }

    @Override
    public Budget returned(Grant grant) {
        return new Limited(slot - interval, interval, burst, trail.broken(), probe);
    }

    @Override
    public Optional<JsonObject> stored() {
        return Optional.of(JsonObject.builder()
                .put("slot", slot)
                .put("interval", interval)
                .put("burst", burst)
                .put("probe_at", probe.at())
                .put("probe_rest", probe.rest())
                .build());
    }
}
