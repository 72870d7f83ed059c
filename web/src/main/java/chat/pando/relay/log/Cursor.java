package chat.pando.relay.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a reader has read: the epoch of the database and a position in its log.
 *
 * <p>A database that was created anew or restored from a copy has another epoch, so a cursor from before is noticed
 * rather than taken for a place it does not mean. To-device messages may lag behind when more wait than one answer
 * holds, so they have a position of their own.
 */
public record Cursor(String epoch, long position, long toDevice) {

    private static final Pattern TEXT = Pattern.compile("p(\\d{1,18})(?:\\.(\\d{1,18}))?_([0-9a-z]{1,32})");

    public Cursor(String epoch, long position) {
        this(epoch, position, position);
    }

    public static Optional<Cursor> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long position = Long.parseLong(matcher.group(1));
        long toDevice = matcher.group(2) == null ? position : Long.parseLong(matcher.group(2));
        return Optional.of(new Cursor(matcher.group(3), position, toDevice));
    }

    /** The same epoch at another position. */
    public Cursor at(long other) {
        return new Cursor(epoch, other);
    }

    /** The token a client is given. */
    @Override
    public String toString() {
        String behind = toDevice == position ? "" : "." + toDevice;
        return "p" + position + behind + "_" + epoch;
    }
}
