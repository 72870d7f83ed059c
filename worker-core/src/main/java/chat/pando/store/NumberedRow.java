package chat.pando.store;

import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import java.util.Optional;

/**
 * Which event a numbered message of a device is.
 *
 * @param device    the device's name in the channel
 * @param event     empty as long as the server hasn't said so, or where the message was taken back
 * @param delivered of an own message: whether all who have to have it have it
 * @param transfer  the long text that it is a part of, where this device has sent it
 */
public record NumberedRow(
        RoomId room,
        String device,
        long number,
        Optional<EventId> event,
        boolean delivered,
        Optional<String> transfer) {

    public NumberedRow withEvent(EventId id, Optional<String> partOf) {
        return new NumberedRow(room, device, number, Optional.of(id), delivered, partOf);
    }

    public NumberedRow asDelivered() {
        return new NumberedRow(room, device, number, event, true, transfer);
    }

    @Override
    public String toString() {
        return "NumberedRow[" + number + "]";
    }
}
