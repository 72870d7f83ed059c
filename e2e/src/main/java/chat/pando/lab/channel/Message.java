package chat.pando.lab.channel;

import chat.pando.protocol.TimelineItem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A message as the ledger knows it: who wrote it when, after what, and what has become of it.
 *
 * <p>The ledger guards it with its own monitor.
 */
final class Message {

    /** How the core took it. */
    enum Taking {
        /** No core has said yet. */
        OPEN,
        /** It is durable, and must arrive or fail visibly. */
        ACCEPTED,
        /** It was not taken, and the person knows. */
        REFUSED
    }

    private static final String WORDS = "quaking aspens share one root ";

    final int number;
    final int sender;
    final String text;
    /** When it was written, by {@link System#nanoTime}. */
    final long writtenAt;
    /** All that its sender had seen by then, by number. */
    final BitSet causes;
    /** When each client first showed it; 0 where it hasn't. */
    final long[] shownAt;
    /** When it was on each client's disk, readable; 0 where it isn't. */
    final long[] storedAt;

    Taking taking = Taking.OPEN;
    /** How it stands on its sender's screen. */
    Optional<TimelineItem.State> standing = Optional.empty();
    Optional<String> eventId = Optional.empty();
    /** Why it has failed, where it has. */
    Optional<String> failure = Optional.empty();
    /** Whom it was called delivered or read for, and who didn't have it. */
    final List<String> falseClaims = new ArrayList<>();
    boolean saidDelivered;
    boolean saidRead;

    Message(int number, int sender, String text, long writtenAt, BitSet causes, int clients) {
        this.number = number;
        this.sender = sender;
        this.text = text;
        this.writtenAt = writtenAt;
        this.causes = causes;
        this.shownAt = new long[clients];
        this.storedAt = new long[clients];
    }

    /** A text that carries the message's number, of about this length. */
    static String text(int number, int length) {
        return "[" + number + "] " + WORDS.repeat(length / WORDS.length() + 1).substring(0, length);
    }

    /** The number of the message that has this text; empty where it is none of the lab's. */
    static Optional<Integer> numberIn(String text) {
        int end = text.indexOf(']');
        return text.startsWith("[") && end > 1
                ? Optional.of(Integer.parseInt(text.substring(1, end)))
                : Optional.empty();
    }

    /** Whether everybody must have it in the end. */
    boolean mustArrive() {
        return taking == Taking.ACCEPTED && !hasFailed();
    }

    boolean hasFailed() {
        return standing.filter(TimelineItem.State.FAILED::equals).isPresent();
    }

    /** Whether its sender is told that the server has it, or more. */
    boolean isOut() {
        return standing.filter(state -> state != TimelineItem.State.WAITING && state != TimelineItem.State.SENDING)
                .isPresent();
    }

    @Override
    public String toString() {
        return "message " + number + " of client " + sender;
    }
}
