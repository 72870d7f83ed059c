package chat.pando.store;

import chat.pando.crypto.OutboundGroupSession;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Megolm sessions with which we write, one row per room: the one in use, and the names of those before. */
public final class OutboundGroupSessions {

    private final RowReader reader;

    public OutboundGroupSessions(RowReader reader) {
        this.reader = reader;
    }

    public RoomSessions get(Reads reads, RoomId room) {
        Optional<Row> row = reads.get(Table.OUTBOUND_GROUP_SESSIONS, room.value());
        return reader.read(Table.OUTBOUND_GROUP_SESSIONS, row, OutboundGroupSessions::decode)
                .orElse(RoomSessions.NONE);
    }

    /** Every room that we have written to. */
    public Map<RoomId, RoomSessions> all(Reads reads) {
        List<Row> rows = reads.scan(Table.OUTBOUND_GROUP_SESSIONS, KeyRange.all());
        Map<RoomId, RoomSessions> all = new LinkedHashMap<>();
        reader.readAll(Table.OUTBOUND_GROUP_SESSIONS, rows, OutboundGroupSessions::decode)
                .forEach((key, sessions) -> all.put(new RoomId(key), sessions));
        return all;
    }

    public void put(Draft draft, RoomId room, RoomSessions sessions) {
        JsonObject.Builder body = JsonObject.builder()
                .put("recent", JsonArray.ofStrings(sessions.recent()))
                .put("owing", JsonArray.ofStrings(sessions.owing()));
        sessions.current().ifPresent(key -> body.put("current", JsonObject.builder()
                .put("megolm", key.session().toJson())
                .put("created_at", key.createdAt())
                .put("sending", JsonArray.ofStrings(key.sending()))
                .put("prepared_for", key.preparedFor())
                .build()));
        draft.put(Table.OUTBOUND_GROUP_SESSIONS, new Row(
                room.value(),
                body.build().text(),
                sessions.current().map(key -> key.session().keyHandles()).orElse(List.of())));
    }

    private static RoomSessions decode(JsonObject body, Row row) throws CryptoException {
        List<String> recent = body.requireArray("recent").strings();
        Set<String> owing = new LinkedHashSet<>(body.requireArray("owing").strings());
        Optional<JsonObject> current = body.object("current");
        if (current.isEmpty()) {
            return new RoomSessions(Optional.empty(), recent, owing);
        }
        JsonObject json = current.get();
        OutboundRoomKey key = new OutboundRoomKey(
                OutboundGroupSession.fromJson(json.requireObject("megolm"), row.keys()),
                json.requireInteger("created_at"),
                new LinkedHashSet<>(json.requireArray("sending").strings()),
                json.requireString("prepared_for"));
        return new RoomSessions(Optional.of(key), recent, owing);
    }
}
