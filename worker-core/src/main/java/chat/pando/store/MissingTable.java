package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What timelines tell to be missing, by room and position. */
public final class MissingTable extends TypedTable<MissingRow> {

    MissingTable(Json json, Log log) {
        super(Table.MISSING, json, log);
    }

    /** The room that a key of this table belongs to. */
    public static String roomOf(String key) {
        return RowKey.parts(key).get(0);
    }

    /** The position that a key of this table belongs to. */
    public static Position positionOf(String key) {
        return Position.parse(RowKey.parts(key).get(1));
    }

    public List<MissingRow> of(Reads reads, RoomId room) {
        return scan(reads, RowKey.under(room.value()));
    }

    @Override
    protected String keyOf(MissingRow row) {
        return RowKey.of(row.room().value(), row.position().text());
    }

    @Override
    protected JsonObject encode(MissingRow row) {
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("position", row.position().text())
                .put("device", row.device())
                .put("sender", row.sender().map(UserId::value))
                .put("first", row.first())
                .put("numbers", new JsonArray(
                        row.numbers().stream().<JsonValue>map(number -> new JsonNumber(number)).toList()))
                .build();
    }

    @Override
    protected MissingRow decode(JsonObject body) {
        return new MissingRow(
                new RoomId(body.requireString("room")),
                Position.parse(body.requireString("position")),
                body.requireString("device"),
                body.string("sender").map(UserId::new),
                body.requireInteger("first"),
                numbers(body.requireArray("numbers")));
    }

    private static Set<Long> numbers(JsonArray array) {
        Set<Long> numbers = new TreeSet<>();
        for (JsonValue value : array.values()) {
            if (value instanceof JsonNumber number) {
                numbers.add((long) number.value());
            }
        }
        return numbers;
    }
}
