package chat.pando.channel.pace;

/**
 * When it is tried next whether the limit still holds.
 *
 * @param at   not before this
 * @param rest how long until the one after
 */
record Probe(long at, long rest) {

    /** The first comes soon, but not so soon that the answers to it would be most of what the server says. */
    private static final long LEAST_MILLIS = 2_000;
    private static final long FIRST_INTERVALS = 16;
    private static final long MOST_MILLIS = 900_000;

    static Probe first(long now, long interval) {
        long rest = Math.min(MOST_MILLIS, Math.max(LEAST_MILLIS, FIRST_INTERVALS * interval));
        return new Probe(now + rest, rest);
    }

    /** The one after, twice as far away. */
    Probe after(long now) {
        long next = Math.min(MOST_MILLIS, Math.max(LEAST_MILLIS, 2 * rest));
        return new Probe(now + next, next);
    }
}
