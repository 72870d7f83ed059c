package chat.pando.store;

import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Optional;

/**
 * Where an event is: at a position of its room's timeline, or still in the outbox, when the server has accepted it but
 * /sync has not brought it back.
 *
 * @param position empty while it is in the outbox
 * @param outbox   the outbox entry's number, for what this device sent and is still in the outbox
 * @param part     which part of a long text it is; such an event has a position, but no entry of its own
 */
public record EventPlace(RoomId room, EventId event, Optional<Position> position, long outbox, Optional<PartOf> part) {

    /** A part of a long text. */
    public record PartOf(UserId sender, String transfer, int index) {

        @Override
        public String toString() {
            return "PartOf[" + index + "]";
        }
    }

    public static EventPlace inTimeline(RoomId room, EventId event, Position position) {
        return new EventPlace(room, event, Optional.of(position), 0, Optional.empty());
    }

    public static EventPlace inOutbox(RoomId room, EventId event, long number) {
        return new EventPlace(room, event, Optional.empty(), number, Optional.empty());
    }

    public static EventPlace inTransfer(RoomId room, EventId event, Position position, PartOf part) {
        return new EventPlace(room, event, Optional.of(position), 0, Optional.of(part));
    }
}
