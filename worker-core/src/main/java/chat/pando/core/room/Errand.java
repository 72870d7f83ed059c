package chat.pando.core.room;

import chat.pando.channel.Address;
import chat.pando.channel.ack.MessageId;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import java.util.List;
import java.util.Optional;

/**
 * Something that order wants from the homeserver. Nothing is lost where it isn't done: it is wanted again, or asked
 * for again.
 */
public sealed interface Errand {

    RoomId room();

    /**
     * A message that is missing.
     *
     * @param event the event that it is, where that is known
     */
    record Find(RoomId room, MessageId id, Optional<EventId> event) implements Errand {

        @Override
        public String toString() {
            return "Find[" + id.number() + "]";
        }
    }

    /** A message that is here and that others lack, as the homeserver has it. */
    record Pass(RoomId room, MessageId id, EventId event, List<Address> to) implements Errand {

        public Pass {
            to = List.copyOf(to);
        }

        @Override
        public String toString() {
            return "Pass[" + id.number() + "]";
        }
    }
}
