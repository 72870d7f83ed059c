package chat.pando.core.handover;

import java.util.Comparator;

/**
 * The order in which cores give way: of two, the one of the lower rank goes.
 *
 * <p>The number is the time of the start, so that the core that starts last stays. It is no more than a first guess,
 * for clocks can be set back: a core that finds itself outranked by one that is older than it moves up.
 *
 * @param instance the core's id, which decides between equal numbers
 */
record Rank(long number, String instance) implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER =
            Comparator.comparingLong(Rank::number).thenComparing(Rank::instance);

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }

    /** The same core's rank, above that other one. */
    Rank above(Rank other) {
        return new Rank(Math.max(number, other.number + 1), instance);
    }
}
