package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import java.util.List;
import java.util.Optional;

/** The messages that wait for their causes, by room, device and number. */
public final class ParkedTable extends TypedTable<ParkedRow> {

    ParkedTable(Json json, Log log) {
        super(Table.PARKED, json, log);
    }

    public Optional<ParkedRow> get(Reads reads, RoomId room, String device, long number) {
        return get(reads, key(room, device, number));
    }

    public List<ParkedRow> of(Reads reads, RoomId room) {
        return scan(reads, RowKey.under(room.value()));
    }

    private static String key(RoomId room, String device, long number) {
        return RowKey.of(room.value(), device, OutboxTable.padded(number));
    }

    @Override
    protected String keyOf(ParkedRow row) {
        return key(row.room(), row.device(), row.number());
    }

    @Override
    protected JsonObject encode(ParkedRow row) {
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("device", row.device())
                .put("number", row.number())
                .put("event", row.event())
                .put("type", row.type())
                .put("content", row.content())
                .build();
    }

    @Override
    protected ParkedRow decode(JsonObject body) {
        return new ParkedRow(
                new RoomId(body.requireString("room")),
                body.requireString("device"),
                body.requireInteger("number"),
                body.requireObject("event"),
                body.requireString("type"),
                body.requireObject("content"));
    }
}
