package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;

/**
 * A message that waits for its causes and isn't shown before.
 *
 * @param device  the name of its sender's device in the channel
 * @param event   the whole event, as it came
 * @param type    what it was inside its encryption
 * @param content likewise
 */
public record ParkedRow(
        RoomId room, String device, long number, JsonObject event, String type, JsonObject content) {

    @Override
    public String toString() {
        return "ParkedRow[" + number + "]";
    }
}
