package chat.pando.protocol;

import java.util.Optional;

/**
 * How tabs and a core find each other that have no message ports, since the browser has no SharedWorker.
 *
 * <p>All that ask for the same core meet on one channel. A tab says there that it is {@link #here}, and waits on a
 * channel of its own, its line. The core opens the line from its end and says {@link #OPEN}; from then on both speak
 * the protocol on it, and nobody else hears that. Whoever wonders whether somebody waits asks {@link #WHO}.
 */
public final class Meeting {

    /** Asks all tabs whose lines aren't open yet to say that they are here. */
    public static final String WHO = "who";

    /** Says, at the meeting, that the core's script can't be loaded. */
    public static final String FAILED = "failed";

    /** Says, on a line, that the core hears it. */
    public static final String OPEN = "open";

    /** Says, on a line, that its end is near. */
    public static final String CLOSE = "close";

    private static final String CHANNEL = "pando-meet/";
    private static final String LEADER = "pando-leader/";
    private static final String HERE = "here ";
    private static final String GONE = "gone ";
    private static final String TEXT = ":";

    private Meeting() {}

    /** The Web Lock of the tab that runs the core of this URL. */
    public static String leaderLock(String url) {
        return LEADER + url;
    }

    /** Where those meet who want the core of this URL. */
    public static String channel(String url) {
        return CHANNEL + url;
    }

    /** The line of this id to the core of this URL. */
    public static String line(String url, String id) {
        return channel(url) + "/" + id;
    }

    /** Says that a line waits. */
    public static String here(String line) {
        return HERE + line;
    }

    /** Says that a line no longer waits. */
    public static String gone(String line) {
        return GONE + line;
    }

    /** The line that waits, where the text says so. */
    public static Optional<String> lineHere(String text) {
        return after(HERE, text);
    }

    /** The line that no longer waits, where the text says so. */
    public static Optional<String> lineGone(String text) {
        return after(GONE, text);
    }

    /** A message of the protocol, as it goes over a line. */
    public static String wrap(String message) {
        return TEXT + message;
    }

    /** The message of the protocol, where this is one. */
    public static Optional<String> unwrap(String text) {
        return after(TEXT, text);
    }

    private static Optional<String> after(String word, String text) {
        return text.startsWith(word) ? Optional.of(text.substring(word.length())) : Optional.empty();
    }
}
