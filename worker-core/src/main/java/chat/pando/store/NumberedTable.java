package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import java.util.List;
import java.util.Optional;

/** The numbered messages, by room, device and number. */
public final class NumberedTable extends TypedTable<NumberedRow> {

    NumberedTable(Json json, Log log) {
        super(Table.NUMBERED, json, log);
    }

    public Optional<NumberedRow> get(Reads reads, RoomId room, String device, long number) {
        return get(reads, key(room, device, number));
    }

    /** A device's messages from one number to another, both included. */
    public List<NumberedRow> between(Reads reads, RoomId room, String device, long from, long to) {
        return scan(reads, new KeyRange(key(room, device, Math.max(0, from)), key(room, device, to + 1)));
    }

    private static String key(RoomId room, String device, long number) {
        return RowKey.of(room.value(), device, OutboxTable.padded(number));
    }

    @Override
    protected String keyOf(NumberedRow row) {
        return key(row.room(), row.device(), row.number());
    }

    @Override
    protected JsonObject encode(NumberedRow row) {
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("device", row.device())
                .put("number", row.number())
                .put("event", row.event().map(EventId::value))
                .put("delivered", row.delivered())
                .put("transfer", row.transfer())
                .build();
    }

    @Override
    protected NumberedRow decode(JsonObject body) {
        return new NumberedRow(
                new RoomId(body.requireString("room")),
                body.requireString("device"),
                body.requireInteger("number"),
                body.string("event").map(EventId::new),
                body.requireBool("delivered"),
                body.string("transfer"));
    }
}
