package chat.pando.core.room;

import chat.pando.matrix.RoomEvent;
import chat.pando.store.TimelineRow;
import java.util.Optional;

/**
 * An event after an attempt to decrypt it.
 *
 * @param event  in the clear where that is possible
 * @param closed why it is still encrypted, where it is
 * @param heals  whether a room key that comes later may open it
 */
record OpenedEvent(RoomEvent event, Optional<TimelineRow.Undecrypted> closed, boolean heals) {

    static OpenedEvent clear(RoomEvent event) {
        return new OpenedEvent(event, Optional.empty(), false);
    }
}
