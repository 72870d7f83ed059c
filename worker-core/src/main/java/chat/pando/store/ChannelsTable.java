package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import java.util.List;
import java.util.Optional;

/** The channels, by room. */
public final class ChannelsTable extends TypedTable<ChannelRow> {

    ChannelsTable(Json json, Log log) {
        super(Table.CHANNELS, json, log);
    }

    public Optional<ChannelRow> get(Reads reads, RoomId room) {
        return get(reads, room.value());
    }

    public List<ChannelRow> all(Reads reads) {
        return scan(reads, KeyRange.all());
    }

    @Override
    protected String keyOf(ChannelRow row) {
        return row.room().value();
    }

    @Override
    protected JsonObject encode(ChannelRow row) {
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("order", row.order())
                .put("devices", row.devices())
                .build();
    }

    @Override
    protected ChannelRow decode(JsonObject body) {
        return new ChannelRow(
                new RoomId(body.requireString("room")), body.requireObject("order"), body.requireObject("devices"));
    }
}
