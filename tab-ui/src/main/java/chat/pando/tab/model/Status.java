package chat.pando.tab.model;

import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;

/**
 * How things stand, in words: with the core first, then with the homeserver.
 *
 * @param tone    how much it matters
 * @param words   what is the matter, and what happens or can be done next
 * @param canRetry whether "Try now" would help
 */
public record Status(Tone tone, String words, boolean canRetry) {

    /** How much a status matters. */
    public enum Tone {
        GOOD,
        BUSY,
        WARNING,
        BAD
    }

    public static final Status STARTING = new Status(Tone.BUSY, "Starting…", false);
    public static final Status READY = new Status(Tone.GOOD, "Ready", false);
    public static final Status SLOW =
            new Status(Tone.WARNING, "Still starting: Pando's core hasn't answered yet. It is asked again.", true);
    public static final Status HELD = new Status(
            Tone.WARNING,
            "Another version of Pando in this browser still has this account open. This one goes on by itself when "
                    + "that one is done, or when its tabs are closed.",
            false);
    public static final Status LOST = new Status(Tone.WARNING, "Pando's core stopped. Starting it again…", true);
    public static final Status RELOAD =
            new Status(Tone.BAD, "Pando was updated in another tab. Reload this page to go on.", false);

    /** The words for a connection. */
    public static Status of(Connection connection, long now) {
        return switch (connection.state()) {
            case CONNECTING -> new Status(Tone.BUSY, "Connecting…", false);
            case ONLINE -> new Status(Tone.GOOD, "Connected", false);
            case OFFLINE -> new Status(Tone.WARNING, reason(connection, "Offline.") + next(connection, now), true);
            case WAITING -> new Status(
                    Tone.WARNING, reason(connection, "The server is busy.") + next(connection, now), true);
            case SIGNED_OUT -> new Status(
                    Tone.BAD, reason(connection, "The server ended this session. Sign in again."), false);
            case STOPPED -> new Status(
                    Tone.BAD, reason(connection, "Pando had to stop. Reload this page to go on."), false);
        };
    }

    private static String reason(Connection connection, String otherwise) {
        return connection.problem().map(Problem::message).orElse(otherwise);
    }

    private static String next(Connection connection, long now) {
        if (connection.retryAt().isEmpty()) {
            return "";
        }
        long seconds = (connection.retryAt().getAsLong() - now) / 1000;
        if (seconds < 5) {
            return " Trying again.";
        }
        return seconds < 90
                ? " Next try in about " + (seconds + 4) / 5 * 5 + " seconds."
                : " Next try in about " + (seconds + 30) / 60 + " minutes.";
    }
}
