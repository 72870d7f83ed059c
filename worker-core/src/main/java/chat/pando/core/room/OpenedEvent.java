package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.machine.SenderInfo;
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
 * @param from   who has encrypted it, where it was decrypted
 */
record OpenedEvent(
        RoomEvent event,
        Optional<OutboxRow> own,
        Optional<TimelineRow.Undecrypted> closed,
        boolean heals,
        Optional<SenderInfo> from) {

    static OpenedEvent clear(RoomEvent event) {
        return new OpenedEvent(event, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    static OpenedEvent decrypted(RoomEvent event, SenderInfo from) {
        return new OpenedEvent(event, Optional.empty(), Optional.empty(), false, Optional.of(from));
    }

    static OpenedEvent closed(RoomEvent event, TimelineRow.Undecrypted why, boolean heals) {
        return new OpenedEvent(event, Optional.empty(), Optional.of(why), heals, Optional.empty());
    }

    /** What this device has sent, in the clear as it was written. */
    static OpenedEvent own(RoomEvent event, OutboxRow entry, JsonObject content) {
        RoomEvent clear = event.decrypted(entry.type(), content);
        return new OpenedEvent(clear, Optional.of(entry), Optional.empty(), false, Optional.empty());
    }
}
