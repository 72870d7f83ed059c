package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Optional;

/** The parts of long texts, by room, sender, transfer and index: apart from all that changes while they come or go. */
public final class PartsTable extends TypedTable<PartRow> {

    private static final int DIGITS = 4;

    PartsTable(Json json, Log log) {
        super(Table.PARTS, json, log);
    }

    public Optional<PartRow> get(Reads reads, RoomId room, UserId sender, String transfer, int index) {
        return get(reads, key(room, sender, transfer, index));
    }

    /** The parts of a transfer that are stored, in order. */
    public List<PartRow> of(Reads reads, RoomId room, UserId sender, String transfer) {
        return scan(reads, KeyRange.startingWith(prefix(room, sender, transfer)));
    }

    /** Deletes parts without reading them. */
    public void deleteAll(Draft draft, RoomId room, UserId sender, TransferHead transfer) {
        for (int index = 0; index < transfer.count(); index++) {
            draft.delete(table(), key(room, sender, transfer.id(), index));
        }
    }

    private static String prefix(RoomId room, UserId sender, String transfer) {
        return room.value() + SEPARATOR + sender.value() + SEPARATOR + transfer + SEPARATOR;
    }

    private static String key(RoomId room, UserId sender, String transfer, int index) {
        String number = Integer.toString(index);
        return prefix(room, sender, transfer) + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }

    @Override
    protected String keyOf(PartRow row) {
        return key(row.room(), row.sender(), row.transfer(), row.index());
    }

    @Override
    protected JsonObject encode(PartRow row) {
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("sender", row.sender().value())
                .put("transfer", row.transfer())
                .put("index", row.index())
                .put("text", row.text())
                .put("edit", row.edit())
                .build();
    }

    @Override
    protected PartRow decode(JsonObject body) {
        return new PartRow(
                new RoomId(body.requireString("room")),
                new UserId(body.requireString("sender")),
                body.requireString("transfer"),
                (int) body.requireInteger("index"),
                body.requireString("text"),
                body.string("edit"));
    }
}
