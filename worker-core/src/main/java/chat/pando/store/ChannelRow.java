package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;

/**
 * What a room's order consists of: which messages of which device are here, missing, asked for and acknowledged.
 *
 * @param order   as {@code channel.order} writes it
 * @param devices by their names in the channel: whose devices they are
 */
public record ChannelRow(RoomId room, JsonObject order, JsonObject devices) {

    @Override
    public String toString() {
        return "ChannelRow";
    }
}
