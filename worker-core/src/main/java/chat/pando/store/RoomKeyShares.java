package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which devices are entitled to our room keys, one row per session and user; and the keys themselves, at each index
 * from which any device may read: so that one can be sent again, however far the session has gone since.
 */
public final class RoomKeyShares {

    /** In the place of a user's id, which begins with {@code @}. */
    private static final String KEYS = "!";

    private final RowReader reader;

    public RoomKeyShares(RowReader reader) {
        this.reader = reader;
    }

    /** Everybody who is entitled to anything of the session. */
    public Map<UserId, KeyShares> of(Reads reads, RoomId room, String sessionId) {
        KeyRange users = KeyRange.startingWith(RowKey.of(room.value(), sessionId, "@"));
        Map<UserId, KeyShares> shares = new HashMap<>();
        reader.readAll(Table.ROOM_KEY_SHARES, reads.scan(Table.ROOM_KEY_SHARES, users), RoomKeyShares::decode)
                .forEach((key, value) -> shares.put(new UserId(RowKey.parts(key).get(2)), value));
        return shares;
    }

    public KeyShares get(Reads reads, RoomId room, String sessionId, UserId user) {
        Optional<Row> row = reads.get(Table.ROOM_KEY_SHARES, key(room, sessionId, user));
        return reader.read(Table.ROOM_KEY_SHARES, row, RoomKeyShares::decode).orElse(KeyShares.NONE);
    }

    public void put(Draft draft, RoomId room, String sessionId, UserId user, KeyShares shares) {
        JsonObject.Builder devices = JsonObject.builder();
        shares.devices().forEach((device, share) -> devices.put(device.value(), JsonObject.builder()
                .put("identity", share.identity())
                .put("index", share.index())
                .put("sent", share.sent())
                .put("answered_at", share.answeredAt())
                .build()));
        JsonObject body = JsonObject.builder().put("devices", devices.build()).build();
        draft.put(Table.ROOM_KEY_SHARES, new Row(key(room, sessionId, user), body.text()));
    }

    /** The session key that reads from this index on, where it was given to any device. */
    public Optional<String> sessionKey(Reads reads, RoomId room, String sessionId, long index) {
        return sessionKeys(reads, room, sessionId).string(Long.toString(index));
    }

    public void putSessionKey(Draft draft, RoomId room, String sessionId, long index, String sessionKey) {
        JsonObject keys = sessionKeys(draft, room, sessionId)
                .toBuilder()
                .put(Long.toString(index), sessionKey)
                .build();
        draft.put(Table.ROOM_KEY_SHARES, new Row(RowKey.of(room.value(), sessionId, KEYS), keys.text()));
    }

    /** Forgets the session: its key will not be sent again. */
    public void forget(Draft draft, RoomId room, String sessionId) {
        List<Row> rows = List.copyOf(draft.scan(Table.ROOM_KEY_SHARES, RowKey.under(room.value(), sessionId)));
        rows.forEach(row -> draft.delete(Table.ROOM_KEY_SHARES, row.key()));
    }

    private JsonObject sessionKeys(Reads reads, RoomId room, String sessionId) {
        Optional<Row> row = reads.get(Table.ROOM_KEY_SHARES, RowKey.of(room.value(), sessionId, KEYS));
        return reader.read(Table.ROOM_KEY_SHARES, row, (body, stored) -> body).orElse(JsonObject.EMPTY);
    }

    private static KeyShares decode(JsonObject body, Row row) {
        Map<DeviceId, KeyShares.Share> devices = new TreeMap<>();
        JsonObject stored = body.requireObject("devices");
        for (String device : stored.names()) {
            JsonObject share = stored.requireObject(device);
            devices.put(new DeviceId(device), new KeyShares.Share(
                    share.requireString("identity"),
                    share.requireInteger("index"),
                    share.requireBool("sent"),
                    share.integer("answered_at").orElse(0)));
        }
        return new KeyShares(devices);
    }

    private static String key(RoomId room, String sessionId, UserId user) {
        return RowKey.of(room.value(), sessionId, user.value());
    }
}
