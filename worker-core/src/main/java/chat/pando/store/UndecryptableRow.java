package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;

/**
 * An event whose room key has not come, as it came.
 *
 * @param session  the Megolm session whose key is missing
 * @param position where its entry is in the timeline
 * @param event    the whole event
 */
public record UndecryptableRow(RoomId room, String session, Position position, JsonObject event) {

    @Override
    public String toString() {
        return "UndecryptableRow";
    }
}
