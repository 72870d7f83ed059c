package chat.pando.store;

import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import java.util.Optional;

/**
 * Where an event is: at a position of its room's timeline, or still in the outbox, when the server has accepted it but
 * /sync has not brought it back.
 *
 * @param position empty while it is in the outbox
 * @param outbox   the outbox entry's number, for what this device sent and is still in the outbox
 */
public record EventPlace(RoomId room, EventId event, Optional<Position> position, long outbox) {

    public static EventPlace inTimeline(RoomId room, EventId event, Position position) {
        return new EventPlace(room, event, Optional.of(position), 0);
    }

    public static EventPlace inOutbox(RoomId room, EventId event, long number) {
        return new EventPlace(room, event, Optional.empty(), number);
    }
}
