package chat.pando.store;

import java.util.Optional;

/**
 * A place in a room's timeline.
 *
 * <p>A timeline consists of stretches of events that follow one another without a hole. A new stretch begins where the
 * server left events out, and it can grow at both ends: at its end by what happens next, at its start, backwards, by what
 * is fetched to fill the gap before it. So a gap is filled in order without any other event moving, however long it is.
 *
 * @param stretch counts up
 * @param index   within the stretch; the first event is put in the middle of the range
 * @param notch   0, but for an event that belongs between this index and the next one
 */
public record Position(long stretch, long index, long notch) implements Comparable<Position> {

    /** Where a stretch begins to grow. */
    public static final long MIDDLE = 500_000_000_000L;

    private static final int STRETCH_DIGITS = 6;
    private static final int INDEX_DIGITS = 12;
    private static final int NOTCH_DIGITS = 12;
    /** How far apart notches are cut, so that there is room between them. */
    private static final long NOTCH_DISTANCE = 1L << 20;

    public Position(long stretch, long index) {
        this(stretch, index, 0);
    }

    /** The position whose {@link #text} this is. */
    public static Position parse(String text) {
        String[] numbers = text.split("\\.");
        return new Position(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                numbers.length > 2 ? Long.parseLong(numbers[2]) : 0);
    }

    /**
     * A new place right before this one; empty where there is no room.
     *
     * @param last the last place before this one that is taken
     */
    public Optional<Position> before(Optional<Position> last) {
        long below = notch == 0 ? index - 1 : index;
        long from = last.filter(place -> place.stretch == stretch && place.index == below)
                .map(Position::notch)
                .orElse(0L);
        long cut = notch == 0 ? from + NOTCH_DISTANCE : from + (notch - from) / 2;
        return Optional.of(new Position(stretch, below, cut)).filter(place -> cut > from);
    }

    /**
     * A new place right after this one; empty where there is no room.
     *
     * @param next the first place after this one that is taken
     */
    public Optional<Position> after(Optional<Position> next) {
        long cut = next.filter(place -> place.stretch == stretch && place.index == index)
                .map(place -> notch + (place.notch - notch) / 2)
                .orElse(notch + NOTCH_DISTANCE);
        return Optional.of(new Position(stretch, index, cut)).filter(place -> cut > notch);
    }

    /** The place of the gap before a stretch: below all of its events, above all of the former stretch's. */
    public static Position ofGapBefore(long stretch) {
        return new Position(stretch, 0);
    }

    /** A text that sorts like the position. */
    public String text() {
        String whole = padded(stretch, STRETCH_DIGITS) + "." + padded(index, INDEX_DIGITS);
        return notch == 0 ? whole : whole + "." + padded(notch, NOTCH_DIGITS);
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    @Override
    public int compareTo(Position other) {
        int byStretch = Long.compare(stretch, other.stretch);
        int byIndex = byStretch != 0 ? byStretch : Long.compare(index, other.index);
        return byIndex != 0 ? byIndex : Long.compare(notch, other.notch);
    }
}
