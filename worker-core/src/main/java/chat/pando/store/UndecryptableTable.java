package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import java.util.List;

/** Events that wait for a room key, by room, session and position. */
public final class UndecryptableTable extends TypedTable<UndecryptableRow> {

    UndecryptableTable(Json json, Log log) {
        super(Table.UNDECRYPTABLE, json, log);
    }

    /** All that a session's key may open, the oldest first. */
    public List<UndecryptableRow> of(Reads reads, RoomId room, String session) {
        return scan(reads, KeyRange.startingWith(prefix(room, session)));
    }

    public void delete(Draft draft, RoomId room, String session, Position position) {
        draft.delete(table(), prefix(room, session) + position.text());
    }

    private static String prefix(RoomId room, String session) {
        return room.value() + SEPARATOR + session + SEPARATOR;
    }

    @Override
    protected String keyOf(UndecryptableRow row) {
        return prefix(row.room(), row.session()) + row.position().text();
    }

    @Override
    protected JsonObject encode(UndecryptableRow row) {
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("session", row.session())
                .put("position", row.position().text())
                .put("event", row.event())
                .build();
    }

    @Override
    protected UndecryptableRow decode(JsonObject body) {
        return new UndecryptableRow(
                new RoomId(body.requireString("room")),
                body.requireString("session"),
                Position.parse(body.requireString("position")),
                body.requireObject("event"));
    }
}
