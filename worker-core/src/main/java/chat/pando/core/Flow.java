package chat.pando.core;

/**
 * How much a tab can take at present: what it was sent, what it has seen of that, and whether anybody looks at it.
 *
 * <p>A tab that has never said what it saw is taken for one that keeps up: it may not know that it is asked.
 */
final class Flow {

    /** So many updates may be on their way to a tab that somebody looks at. */
    static final int WINDOW = 8;

    /** Nobody waits for what a hidden tab shows: it gets its next update when it has taken the last. */
    static final int HIDDEN_WINDOW = 1;

    private long sent;
    private long seen;
    private boolean saysWhatItSees;
    private boolean hidden;
    /** Its turn among the hidden tabs came when it could not take anything. */
    private boolean missedTurn;

    /** The number of what is sent to it now. */
    long next() {
        sent++;
        return sent;
    }

    /** It starts over with what is sent next: what was on its way before doesn't matter any more. */
    void restart() {
        seen = sent;
        missedTurn = false;
    }

    void seen(long sequence) {
        saysWhatItSees = true;
        seen = Math.max(seen, Math.min(sequence, sent));
    }

    void hidden(boolean now) {
        hidden = now;
        missedTurn = false;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Whether it may be told something now: a hidden tab only when it is late. */
    boolean isOpen() {
        return hasRoom() && (!hidden || missedTurn);
    }

    /** Whether it waits for the next turn of the hidden tabs. */
    boolean awaitsTurn() {
        return hidden && !missedTurn;
    }

    /** It is the hidden tabs' turn: answers whether this one may be told something. */
    boolean takeTurn() {
        missedTurn = hidden && !hasRoom();
        return hasRoom();
    }

    /** It was told something. */
    void told() {
        missedTurn = false;
    }

    private boolean hasRoom() {
        return !saysWhatItSees || sent - seen < (hidden ? HIDDEN_WINDOW : WINDOW);
    }
}
