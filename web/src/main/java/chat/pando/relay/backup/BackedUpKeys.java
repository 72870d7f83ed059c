package chat.pando.relay.backup;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** The room keys in users' backups, encrypted by their clients (Client-Server API, "Server-side key backups"). */
public final class BackedUpKeys {

    private final Database database;

    public BackedUpKeys(Database database) {
        this.database = database;
    }

    /** Stores the keys of a body shaped {@code {rooms: {room: {sessions: {session: key}}}}}. */
    public ObjectNode put(String userId, String version, ObjectNode body) {
        List<Key> keys = new ArrayList<>();
        Fields.requireObject(body, "rooms").properties().forEach(room ->
                Fields.requireObject(Fields.asObject(room.getValue(), "rooms"), "sessions").properties()
                        .forEach(session -> keys.add(Key.of(room.getKey(), session.getKey(),
                                Fields.asObject(session.getValue(), "sessions")))));
        return database.write(handle -> {
            long number = requireNewest(handle, userId, version);
            int changed = keys.stream().mapToInt(key -> store(handle, userId, number, key)).sum();
            return summary(handle, userId, number, changed > 0);
        });
    }

    /** The keys of a version, of one room of it, or only one. */
    public ObjectNode get(String userId, String version, Optional<String> roomId, Optional<String> sessionId) {
        return database.read(handle -> {
            long number = requireVersion(handle, userId, version);
            ObjectNode answer = Json.object();
            ObjectNode rooms = answer.putObject("rooms");
            handle.select("select room_id, session_id, first_message_index, forwarded_count, is_verified, session_data "
                            + "from backup_keys where user_id = ? and version = ? "
                            + "and (cast(? as text) is null or room_id = ?) "
                            + "and (cast(? as text) is null or session_id = ?)", userId, number, roomId.orElse(null),
                            roomId.orElse(null), sessionId.orElse(null), sessionId.orElse(null))
                    .map((row, context) -> {
                        ObjectNode key = rooms.withObjectProperty(row.getString(1)).withObjectProperty("sessions")
                                .putObject(row.getString(2)).put("first_message_index", row.getLong(3))
                                .put("forwarded_count", row.getLong(4)).put("is_verified", row.getBoolean(5));
                        return key.set("session_data", Json.stored(row.getString(6)));
                    }).list();
            return answer;
        });
    }

    public ObjectNode delete(String userId, String version, Optional<String> roomId, Optional<String> sessionId) {
        return database.write(handle -> {
            long number = requireVersion(handle, userId, version);
            int deleted = handle.execute("delete from backup_keys where user_id = ? and version = ? "
                    + "and (cast(? as text) is null or room_id = ?) "
                    + "and (cast(? as text) is null or session_id = ?)", userId, number, roomId.orElse(null),
                    roomId.orElse(null), sessionId.orElse(null), sessionId.orElse(null));
            return summary(handle, userId, number, deleted > 0);
        });
    }

    private static long requireVersion(Handle handle, String userId, String version) {
        long number = BackupVersions.number(version);
        return handle.select("select version from backup_versions where user_id = ? and version = ? and not deleted",
                userId, number).mapTo(Long.class).findOne().orElseThrow(BackupVersions::notFound);
    }

    /** Keys go into the newest version only: a client that does not know it yet must learn of it. */
    private static long requireNewest(Handle handle, String userId, String version) {
        long newest = BackupVersions.newest(handle, userId).orElseThrow(BackupVersions::notFound);
        if (requireVersion(handle, userId, version) != newest) {
            throw new MatrixError(403, Json.object().put("errcode", "M_WRONG_ROOM_KEYS_VERSION")
                    .put("error", "Wrong backup version").put("current_version", Long.toString(newest)));
        }
        return newest;
    }

    /** Keeps the better of two keys: the verified one, then the one that reaches further back, then the nearer one. */
    private static int store(Handle handle, String userId, long version, Key key) {
        return handle.execute("insert into backup_keys as k (user_id, version, room_id, session_id, "
                        + "first_message_index, forwarded_count, is_verified, session_data) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (user_id, version, room_id, session_id) "
                        + "do update set first_message_index = excluded.first_message_index, "
                        + "forwarded_count = excluded.forwarded_count, is_verified = excluded.is_verified, "
                        + "session_data = excluded.session_data "
                        + "where (not excluded.is_verified, excluded.first_message_index, excluded.forwarded_count) "
                        + "< (not k.is_verified, k.first_message_index, k.forwarded_count)",
                userId, version, key.roomId(), key.sessionId(), key.firstMessageIndex(), key.forwardedCount(),
                key.isVerified(), Json.text(key.sessionData()));
    }

    private static ObjectNode summary(Handle handle, String userId, long version, boolean isChanged) {
        long etag = handle.select("update backup_versions set etag = etag + ? where user_id = ? and version = ? "
                + "returning etag", isChanged ? 1 : 0, userId, version).mapTo(Long.class).one();
        long count = handle.select("select count(*) from backup_keys where user_id = ? and version = ?", userId,
                version).mapTo(Long.class).one();
        return Json.object().put("etag", Long.toString(etag)).put("count", count);
    }

    private record Key(String roomId, String sessionId, long firstMessageIndex, long forwardedCount,
                       boolean isVerified, ObjectNode sessionData) {

        static Key of(String roomId, String sessionId, ObjectNode body) {
            return new Key(roomId, sessionId,
                    require(Fields.number(body, "first_message_index"), "first_message_index"),
                    require(Fields.number(body, "forwarded_count"), "forwarded_count"),
                    require(Fields.flag(body, "is_verified"), "is_verified"),
                    Fields.requireObject(body, "session_data"));
        }

        private static <T> T require(Optional<T> field, String name) {
            return field.orElseThrow(() -> MatrixError.missingParam(name));
        }
    }
}
