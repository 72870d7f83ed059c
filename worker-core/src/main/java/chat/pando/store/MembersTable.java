package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Optional;

/** Who is in which room or invited to it, by room and user. */
public final class MembersTable extends TypedTable<MemberRow> {

    MembersTable(Json json, Log log) {
        super(Table.MEMBERS, json, log);
    }

    /** The room that a key of this table belongs to. */
    public static String roomOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    public Optional<MemberRow> get(Reads reads, RoomId room, UserId user) {
        return get(reads, key(room, user));
    }

    public List<MemberRow> of(Reads reads, RoomId room) {
        return scan(reads, KeyRange.startingWith(room.value() + SEPARATOR));
    }

    private static String key(RoomId room, UserId user) {
        return room.value() + SEPARATOR + user.value();
    }

    @Override
    protected String keyOf(MemberRow row) {
        return key(row.room(), row.user());
    }

    @Override
    protected JsonObject encode(MemberRow row) {
        return JsonObject.builder()
                .put("room", row.room().value())
                .put("user", row.user().value())
                .put("invited", row.invited())
                .put("name", row.displayName())
                .build();
    }

    @Override
    protected MemberRow decode(JsonObject body) {
        return new MemberRow(
                new RoomId(body.requireString("room")),
                new UserId(body.requireString("user")),
                body.requireBool("invited"),
                body.string("name"));
    }
}
