package chat.pando.core.room;

import chat.pando.matrix.RoomEvent;
import chat.pando.store.OutboxRow;
import chat.pando.store.TimelineRow;
import java.util.Optional;

/**
 * An event after an attempt to decrypt it.
 *
 * @param event  in the clear where that is possible
 * @param own    the outbox entry that became this event, where this device has sent it
 * @param closed why it is still encrypted, where it is
 * @param heals  whether a room key that comes later may open it
 */
record OpenedEvent(
        RoomEvent event, Optional<OutboxRow> own, Optional<TimelineRow.Undecrypted> closed, boolean heals) {

    static OpenedEvent clear(RoomEvent event) {
        return new OpenedEvent(event, Optional.empty(), Optional.empty(), false);
    }

    /** What this device has sent, in the clear as it was written. */
    static OpenedEvent own(RoomEvent event, OutboxRow entry) {
        RoomEvent clear = event.decrypted(entry.type(), entry.content());
        return new OpenedEvent(clear, Optional.of(entry), Optional.empty(), false);
    }
}
