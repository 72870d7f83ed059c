package chat.pando.tab.model;

import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;

/**
 * How things stand, in words: with the core first, then with the homeserver.
 *
 * @param tone    how much it matters
 * @param words   what is the matter, and what happens or can be done next
 * @param remedy  what the person can do about it
 */
public record Status(Tone tone, String words, Remedy remedy) {

    /** What a person can do. */
    public enum Remedy {
        NONE,
        TRY_NOW,
        RELOAD
    }

    /** How much a status matters. */
    public enum Tone {
        GOOD,
        BUSY,
        WARNING,
        BAD
    }

    public static final Status STARTING = new Status(Tone.BUSY, "Starting…", Remedy.NONE);
    public static final Status READY = new Status(Tone.GOOD, "Ready", Remedy.NONE);
    public static final Status SLOW = new Status(
            Tone.WARNING,
            "Still starting: Pando's core hasn't answered yet. It is asked again.",
            Remedy.TRY_NOW);
    public static final Status UNLOADABLE = new Status(
            Tone.WARNING,
            "Pando's core can't be loaded: the site can't be reached, or this browser blocks it. It is tried again.",
            Remedy.TRY_NOW);
    public static final Status MOVING = new Status(Tone.BUSY, "Pando was updated: changing over…", Remedy.NONE);
    public static final Status HELD = new Status(
            Tone.WARNING,
            "Another version of Pando in this browser still has this account open. This one goes on by itself when "
                    + "that one is done, or when its tabs are closed.",
            Remedy.NONE);
    public static final Status LOST =
            new Status(Tone.WARNING, "Pando's core stopped. Starting it again…", Remedy.TRY_NOW);
    public static final Status RELOAD =
            new Status(Tone.BAD, "Pando was updated in another tab. Reload to update this one.", Remedy.RELOAD);

    /** The words for a connection. */
    public static Status of(Connection connection, long now) {
        return switch (connection.state()) {
            case CONNECTING -> new Status(Tone.BUSY, "Connecting…", Remedy.NONE);
            case ONLINE -> new Status(Tone.GOOD, "Connected", Remedy.NONE);
            case OFFLINE -> new Status(
                    Tone.WARNING, reason(connection, "Offline.") + next(connection, now), Remedy.TRY_NOW);
            case WAITING -> new Status(
                    Tone.WARNING, reason(connection, "The server is busy.") + next(connection, now), Remedy.TRY_NOW);
            case SIGNED_OUT -> new Status(
                    Tone.BAD, reason(connection, "The server ended this session. Sign in again."), Remedy.NONE);
            case STOPPED -> new Status(
                    Tone.BAD, reason(connection, "Pando had to stop. Reload this page to go on."), Remedy.NONE);
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
