package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Optional;

/** Room keys that their senders say they keep from us, with the code of the reason (spec, "m.room_key.withheld"). */
public final class WithheldKeys {

    private final RowReader reader;

    public WithheldKeys(RowReader reader) {
        this.reader = reader;
    }

    /** The code that the owner gave for this session, or for all of its sessions. */
    public Optional<String> code(Reads reads, RoomId room, String sessionId, UserId owner) {
        return code(reads, key(room.value(), sessionId, owner)).or(() -> code(reads, key("", "", owner)));
    }

    public void put(Draft draft, RoomId room, String sessionId, UserId owner, String code) {
        put(draft, key(room.value(), sessionId, owner), code);
    }

    /** The owner cannot reach us at all ({@code m.no_olm}). */
    public void putUnreachable(Draft draft, UserId owner, String code) {
        put(draft, key("", "", owner), code);
    }

    /** A key of the owner has come: it can reach us again. */
    public void reached(Draft draft, UserId owner) {
        String key = key("", "", owner);
        if (draft.get(Table.WITHHELD_KEYS, key).isPresent()) {
            draft.delete(Table.WITHHELD_KEYS, key);
        }
    }

    private Optional<String> code(Reads reads, String key) {
        return reader.read(Table.WITHHELD_KEYS, reads.get(Table.WITHHELD_KEYS, key),
                (body, row) -> body.requireString("code"));
    }

    private static void put(Draft draft, String key, String code) {
        JsonObject body = JsonObject.builder().put("code", code).build();
        draft.put(Table.WITHHELD_KEYS, new Row(key, body.text()));
    }

    private static String key(String room, String sessionId, UserId owner) {
        return RowKey.of(owner.value(), room, sessionId);
    }
}
