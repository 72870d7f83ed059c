package chat.pando.store;

/**
 * A place in a room's timeline.
 *
 * <p>A timeline consists of stretches of events that follow one another without a hole. A new stretch begins where the
 * server left events out, and it can grow at both ends: at its end by what happens next, at its start, backwards, by what
 * is fetched to fill the gap before it. So a gap is filled in order without any other event moving, however long it is.
 *
 * @param stretch counts up
 * @param index   within the stretch; the first event is put in the middle of the range
 */
public record Position(long stretch, long index) implements Comparable<Position> {

    /** Where a stretch begins to grow. */
    public static final long MIDDLE = 500_000_000_000L;

    private static final int STRETCH_DIGITS = 6;
    private static final int INDEX_DIGITS = 12;

    /** The position whose {@link #text} this is. */
    public static Position parse(String text) {
        int dot = text.indexOf('.');
        return new Position(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    /** The place of the gap before a stretch: below all of its events, above all of the former stretch's. */
    public static Position ofGapBefore(long stretch) {
        return new Position(stretch, 0);
    }

    /** A text of fixed width that sorts like the position. */
    public String text() {
        return padded(stretch, STRETCH_DIGITS) + "." + padded(index, INDEX_DIGITS);
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    @Override
    public int compareTo(Position other) {
        int byStretch = Long.compare(stretch, other.stretch);
        return byStretch != 0 ? byStretch : Long.compare(index, other.index);
    }
}
