package chat.pando.store;

import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A long text whose parts /sync or history have brought, or are bringing.
 *
 * @param number   counts up: the order in which transfers began to arrive
 * @param key      the key under which tabs know the message
 * @param outbox   the number of the outbox entry that sends it, where this device does; else 0
 * @param start    how the text begins; empty until its first part is there
 * @param arrivals the parts that are there, in the order in which they came
 * @param shown    where its entry stands in the timeline, once it has one
 */
public record TransferRow(
        RoomId room,
        UserId sender,
        TransferHead head,
        long number,
        String key,
        long outbox,
        String start,
        List<Arrival> arrivals,
        Optional<Position> shown,
        State state) {

    /** How it stands. */
    public enum State {
        /** Parts are missing. */
        OPEN,
        /** All parts are there, and are what was promised. */
        WHOLE,
        /** All parts are there, but are not what was promised. */
        DAMAGED,
        /** Parts were missing for so long that those that came were let go, because newer texts needed the room. */
        LOST,
        /** It was removed by its sender or by a moderator. */
        REMOVED
    }

    /** A part and its event. */
    public record Arrival(int index, int bytes, EventId event, Position position) {}

    public TransferRow {
        arrivals = List.copyOf(arrivals);
    }

    /** A transfer of which nothing is there yet. */
    public static TransferRow fresh(
            RoomId room, UserId sender, TransferHead head, long number, String key, long outbox) {
        return new TransferRow(
                room, sender, head, number, key, outbox, "", List.of(), Optional.empty(), State.OPEN);
    }

    /** With one more part. */
    public TransferRow with(Arrival arrival, String nowStart) {
        List<Arrival> all = new ArrayList<>(arrivals);
        all.add(arrival);
        return new TransferRow(room, sender, head, number, key, outbox, nowStart, all, shown, state);
    }

    public TransferRow withStart(String now) {
        return new TransferRow(room, sender, head, number, key, outbox, now, arrivals, shown, state);
    }

    public TransferRow withState(State now) {
        return new TransferRow(room, sender, head, number, key, outbox, start, arrivals, shown, now);
    }

    public TransferRow shownAt(Position now) {
        return new TransferRow(room, sender, head, number, key, outbox, start, arrivals, Optional.of(now), state);
    }

    /** The part that stands last in the timeline, of those that are there; there is one. */
    public Arrival last() {
        return arrivals.stream().max(Comparator.comparing(Arrival::position)).orElseThrow();
    }

    /** The events that it has come in so far. */
    public List<EventId> events() {
        return arrivals.stream().map(Arrival::event).toList();
    }

    @Override
    public String toString() {
        return "TransferRow[" + arrivals.size() + " of " + head.count() + ", " + state + "]";
    }
}
