package chat.pando.channel.pace;

import chat.pando.host.Clock;
import chat.pando.host.Signal;

/** A room's place in the queue of those that have something to send. Belongs to one thread. */
public final class Place {

    static final long UNTIL_WOKEN = Long.MAX_VALUE;

    private final Signal wake;
    private Urgency urgency = Urgency.TEXT;
    /** Who has the lowest is next; kept until a message got through. */
    private long ticket;
    private boolean hasTicket;
    private long askAgainAt = UNTIL_WOKEN;

    /** @param wake raised when it is worth asking again; others may raise it, too */
    public Place(Signal wake) {
        this.wake = wake;
    }

    /** Waits until it is worth asking again, or somebody raises the signal for another reason. */
    public void await(Clock clock) {
        if (askAgainAt == UNTIL_WOKEN) {
            wake.await();
        } else {
            wake.await(clock, Math.max(1, askAgainAt - clock.now()));
        }
    }

    /** The caller holds the pace's monitor, here and below. */
    void queue(Urgency now, long next) {
        urgency = now;
        if (!hasTicket) {
            ticket = next;
            hasTicket = true;
        }
    }

    boolean isBefore(Place other) {
        return urgency == other.urgency ? ticket < other.ticket : urgency.compareTo(other.urgency) < 0;
    }

    void askAgainAt(long when) {
        askAgainAt = when;
    }

    void dropTicket() {
        hasTicket = false;
    }

    void wake() {
        wake.raise();
    }
}
