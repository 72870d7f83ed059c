package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rooms, by room id. */
public final class RoomsTable extends TypedTable<RoomRow> {

    RoomsTable(Json json, Log log) {
        super(Table.ROOMS, json, log);
    }

    public Optional<RoomRow> get(Reads reads, RoomId room) {
        return get(reads, room.value());
    }

    public Map<RoomId, RoomRow> get(Reads reads, Set<RoomId> rooms) {
        Map<RoomId, RoomRow> found = new LinkedHashMap<>();
        get(reads, rooms.stream().map(RoomId::value).toList())
                .values()
                .forEach(row -> found.put(row.id(), row));
        return found;
    }

    public List<RoomRow> all(Reads reads) {
        return scan(reads, KeyRange.all());
    }

    @Override
    protected String keyOf(RoomRow row) {
        return row.id().value();
    }

    @Override
    protected JsonObject encode(RoomRow row) {
        return JsonObject.builder()
                .put("id", row.id().value())
                .put("membership", row.membership().name())
                .put("inviter", row.inviter().map(UserId::value))
                .put("state", row.state())
                .put("name", row.name())
                .put("joined", row.joined())
                .put("invited", row.invited())
                .put("ends", row.ends().encode())
                .put("digest", row.digest().encode())
                .put("reading", row.reading().encode())
                .build();
    }

    @Override
    protected RoomRow decode(JsonObject body) {
        return new RoomRow(
                new RoomId(body.requireString("id")),
                RoomRow.Membership.valueOf(body.requireString("membership")),
                body.string("inviter").map(UserId::new),
                body.requireObject("state"),
                body.requireString("name"),
                (int) body.requireInteger("joined"),
                (int) body.requireInteger("invited"),
                TimelineEnds.decode(body.requireObject("ends")),
                RoomDigest.decode(body.requireObject("digest")),
                Reading.decode(body.requireObject("reading")));
    }
}
