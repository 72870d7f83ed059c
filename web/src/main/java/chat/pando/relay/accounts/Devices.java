package chat.pando.relay.accounts;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.keys.DeviceLists;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The devices of each user. */
public final class Devices {

    private final Database database;

    public Devices(Database database) {
        this.database = database;
    }

    public ArrayNode list(String userId) {
        return database.read(handle -> {
            ArrayNode all = Json.array();
            select(handle, userId, null).forEach(all::add);
            return all;
        });
    }

    public ObjectNode get(String userId, String deviceId) {
        return database.read(handle -> select(handle, userId, deviceId).stream().findFirst())
                .orElseThrow(() -> MatrixError.notFound("No such device"));
    }

    public void rename(String userId, String deviceId, String displayName) {
        database.change(handle -> {
            if (!ids(handle, userId).contains(deviceId)) {
                throw MatrixError.notFound("No such device");
            }
            DeviceLists.changed(handle, userId);
            handle.execute("update devices set display_name = ? where user_id = ? and device_id = ?", displayName,
                    userId, deviceId);
        });
    }

    public void delete(String userId, Collection<String> deviceIds) {
        database.change(handle -> remove(handle, userId, deviceIds));
    }

    /** Removes devices with their tokens, keys and waiting messages, and tells those who track the user. */
    void remove(Handle handle, String userId, Collection<String> deviceIds) {
        if (deviceIds.isEmpty()) {
            return;
        }
        if (ids(handle, userId).stream().noneMatch(deviceIds::contains)) {
            return;
        }
        DeviceLists.changed(handle, userId);
        handle.execute("delete from key_signatures where target_user = ? and target = any(?)", userId,
                deviceIds.toArray(String[]::new));
        handle.execute("delete from devices where user_id = ? and device_id = any(?)", userId,
                deviceIds.toArray(String[]::new));
    }

    List<String> others(Handle handle, Requester requester) {
        return ids(handle, requester.userId()).stream().filter(id -> !id.equals(requester.deviceId())).toList();
    }

    List<String> ids(Handle handle, String userId) {
        return handle.select("select device_id from devices where user_id = ?", userId).mapTo(String.class).list();
    }

    private static List<ObjectNode> select(Handle handle, String userId, String deviceId) {
        return handle.select("select device_id, display_name, last_seen_at, last_seen_ip from devices "
                        + "where user_id = ? and (cast(? as text) is null or device_id = ?) order by device_id",
                        userId, deviceId, deviceId)
                .map((row, context) -> Json.object().put("device_id", row.getString(1)).put("user_id", userId)
                        .put("display_name", row.getString(2)).put("last_seen_ts", row.getLong(3))
                        .put("last_seen_ip", row.getString(4))).list();
    }
}
