package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import java.util.List;
import java.util.Optional;

/** The gaps of all timelines, by room and the stretch after the gap. */
public final class GapsTable extends TypedTable<GapRow> {

    GapsTable(Json json, Log log) {
        super(Table.GAPS, json, log);
    }

    /** The room that a key of this table belongs to. */
    public static String roomOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    /** The stretch that a key of this table belongs to. */
    public static long stretchOf(String key) {
        return Position.parse(key.substring(key.indexOf(SEPARATOR) + 1)).stretch();
    }

    public Optional<GapRow> get(Reads reads, RoomId room, long stretch) {
        return get(reads, key(room, stretch));
    }

    public List<GapRow> of(Reads reads, RoomId room) {
        return scan(reads, KeyRange.startingWith(room.value() + SEPARATOR));
    }

    public List<GapRow> all(Reads reads) {
        return scan(reads, KeyRange.all());
    }

    private static String key(RoomId room, long stretch) {
        return room.value() + SEPARATOR + Position.ofGapBefore(stretch).text();
    }

    @Override
    protected String keyOf(GapRow row) {
        return key(row.room(), row.stretch());
    }

    @Override
    protected JsonObject encode(GapRow row) {
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("stretch", row.stretch())
                .put("from", row.from())
                .put("first", row.first().text())
                .build();
    }

    @Override
    protected GapRow decode(JsonObject body) {
        return new GapRow(
                new RoomId(body.requireString("room")),
                body.requireInteger("stretch"),
                body.requireString("from"),
                Position.parse(body.requireString("first")));
    }
}
