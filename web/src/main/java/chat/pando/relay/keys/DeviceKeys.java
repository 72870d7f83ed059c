package chat.pando.relay.keys;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The public keys of devices, uploaded by themselves and asked for by others. */
public final class DeviceKeys {

    private final Database database;
    private final OneTimeKeys oneTimeKeys;
    private final CrossSigning crossSigning;

    public DeviceKeys(Database database, OneTimeKeys oneTimeKeys, CrossSigning crossSigning) {
        this.database = database;
        this.oneTimeKeys = oneTimeKeys;
        this.crossSigning = crossSigning;
    }

    /** Stores what {@code POST keys/upload} brings, all of it or nothing, and answers how many one-time keys wait. */
    public ObjectNode upload(Requester who, ObjectNode body) {
        Optional<ObjectNode> deviceKeys = Fields.object(body, "device_keys");
        Optional<ObjectNode> oneTime = Fields.object(body, "one_time_keys");
        Optional<ObjectNode> fallback = Fields.object(body, "fallback_keys")
                .or(() -> Fields.object(body, "org.matrix.msc2732.fallback_keys"));
        deviceKeys.ifPresent(keys -> requireOwn(who, keys));
        return database.write(handle -> {
            deviceKeys.ifPresent(keys -> store(handle, who, keys));
            oneTime.ifPresent(keys -> oneTimeKeys.add(handle, who, keys));
            fallback.ifPresent(keys -> oneTimeKeys.setFallback(handle, who, keys));
            ObjectNode answer = Json.object();
            answer.set("one_time_key_counts", oneTimeKeys.counts(handle, who));
            return answer;
        });
    }

    /** What {@code POST keys/query} asks for. */
    public ObjectNode query(String asker, ObjectNode body) {
        ObjectNode wanted = Fields.requireObject(body, "device_keys");
        return database.read(handle -> {
            ObjectNode answer = Json.object();
            ObjectNode all = answer.putObject("device_keys");
            answer.putObject("failures");
            for (String userId : wanted.propertyNames()) {
                all.set(userId, devices(handle, userId, wanted.get(userId)));
            }
            crossSigning.addTo(handle, answer, asker, wanted.propertyNames());
            return answer;
        });
    }

    private ObjectNode devices(Handle handle, String userId, JsonNode wanted) {
        ObjectNode devices = Json.object();
        handle.select("select k.device_id, k.keys, d.display_name from device_keys k "
                        + "join devices d using (user_id, device_id) where k.user_id = ? order by k.device_id", userId)
                .map((row, context) -> {
                    ObjectNode keys = Json.stored(row.getString(2));
                    ObjectNode unsigned = keys.putObject("unsigned");
                    Optional.ofNullable(row.getString(3)).ifPresent(name -> unsigned.put("device_display_name", name));
                    if (isWanted(wanted, row.getString(1))) {
                        devices.set(row.getString(1), keys);
                    }
                    return keys;
                }).list();
        for (String deviceId : devices.propertyNames()) {
            crossSigning.sign(handle, (ObjectNode) devices.get(deviceId), userId, deviceId, userId);
        }
        return devices;
    }

    private static boolean isWanted(JsonNode wanted, String deviceId) {
        return !wanted.isArray() || wanted.isEmpty()
                || wanted.valueStream().anyMatch(id -> id.asString("").equals(deviceId));
    }

    private static void requireOwn(Requester who, ObjectNode keys) {
        if (!Fields.requireText(keys, "user_id").equals(who.userId())
                || !Fields.requireText(keys, "device_id").equals(who.deviceId())) {
            throw MatrixError.invalidParam("The keys name another user or device");
        }
        Fields.requireObject(keys, "keys");
        Fields.object(keys, "signatures");
    }

    private static void store(Handle handle, Requester who, ObjectNode keys) {
        ObjectNode kept = keys.deepCopy();
        kept.remove("unsigned");
        String text = Json.text(kept);
        Optional<String> present = handle.select("select keys from device_keys where user_id = ? and device_id = ?",
                who.userId(), who.deviceId()).mapTo(String.class).findOne();
        if (present.filter(text::equals).isPresent()) {
            return;
        }
        DeviceLists.changed(handle, who.userId());
        handle.execute("insert into device_keys (user_id, device_id, keys) values (?, ?, ?) "
                + "on conflict (user_id, device_id) do update set keys = excluded.keys", who.userId(), who.deviceId(),
                text);
    }
}
