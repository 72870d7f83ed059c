package chat.pando.relay.keys;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keys that are handed out once each, in the order they came, and the fallback for when they are gone. */
public final class OneTimeKeys {

    private static final String SIGNED_CURVE25519 = "signed_curve25519";

    private final Database database;

    public OneTimeKeys(Database database) {
        this.database = database;
    }

    /** Adds keys. One that waits already must be the same, else a sender and the device would not mean the same key. */
    void add(Handle handle, Requester who, ObjectNode keys) {
        for (Map.Entry<KeyName, String> key : byName(keys).entrySet()) {
            KeyName name = key.getKey();
            int added = handle.execute("insert into one_time_keys (user_id, device_id, algorithm, key_id, key) "
                            + "values (?, ?, ?, ?, ?) on conflict (user_id, device_id, algorithm, key_id) do nothing",
                    who.userId(), who.deviceId(), name.algorithm(), name.id(), key.getValue());
            if (added == 0 && !isSame(handle, who, name, key.getValue())) {
                throw MatrixError.unknown("One time key " + name + " already exists. Old key and new key differ");
            }
        }
    }

    void setFallback(Handle handle, Requester who, ObjectNode keys) {
        byName(keys).forEach((name, key) -> handle.execute("insert into fallback_keys "
                        + "(user_id, device_id, algorithm, key_id, key, used) values (?, ?, ?, ?, ?, false) "
                        + "on conflict (user_id, device_id, algorithm) do update set used = "
                        + "fallback_keys.used and fallback_keys.key_id = excluded.key_id, "
                        + "key_id = excluded.key_id, key = excluded.key",
                who.userId(), who.deviceId(), name.algorithm(), name.id(), key));
    }

    /** How many keys wait, by algorithm; the one everybody uses is named even when there is none. */
    public ObjectNode counts(Handle handle, Requester who) {
        ObjectNode counts = Json.object().put(SIGNED_CURVE25519, 0);
        handle.select("select algorithm, count(*) from one_time_keys where user_id = ? and device_id = ? "
                        + "group by algorithm order by algorithm", who.userId(), who.deviceId())
                .map((row, context) -> counts.put(row.getString(1), row.getLong(2))).list();
        return counts;
    }

    public ArrayNode unusedFallbacks(Handle handle, Requester who) {
        ArrayNode algorithms = Json.array();
        handle.select("select algorithm from fallback_keys where user_id = ? and device_id = ? and not used "
                + "order by algorithm", who.userId(), who.deviceId()).mapTo(String.class).forEach(algorithms::add);
        return algorithms;
    }

    /** Hands out a key for each device that is asked for; a device without any is left out. */
    public ObjectNode claim(ObjectNode body) {
        ObjectNode wanted = Fields.requireObject(body, "one_time_keys");
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        wanted.properties().forEach(user -> Fields.asObject(user.getValue(), "one_time_keys").properties()
                .forEach(device -> sorted.computeIfAbsent(user.getKey(), id -> new TreeMap<>())
                        .put(device.getKey(), algorithm(device.getValue()))));
        return database.write(handle -> {
            ObjectNode answer = Json.object();
            answer.putObject("failures");
            ObjectNode keys = answer.putObject("one_time_keys");
            sorted.forEach((userId, devices) -> devices.forEach((deviceId, algorithm) ->
                    take(handle, new Requester(userId, deviceId), algorithm).ifPresent(key ->
                            keys.withObjectProperty(userId).putObject(deviceId)
                                    .set(algorithm + ":" + key.id(), key.value()))));
            return answer;
        });
    }

    private static Optional<Key> take(Handle handle, Requester device, String algorithm) {
        // Claims that run at once pass each other's rows, so none waits and none takes the same key.
        Optional<Key> key = handle.select("delete from one_time_keys where upload = (select upload from one_time_keys "
                        + "where user_id = ? and device_id = ? and algorithm = ? order by upload limit 1 "
                        + "for update skip locked) returning key_id, key", device.userId(), device.deviceId(),
                        algorithm)
                .map((row, context) -> new Key(row.getString(1), Json.value(row.getString(2)))).findOne();
        return key.or(() -> handle.select("update fallback_keys set used = true where user_id = ? and device_id = ? "
                        + "and algorithm = ? returning key_id, key", device.userId(), device.deviceId(), algorithm)
                .map((row, context) -> new Key(row.getString(1), Json.value(row.getString(2)))).findOne());
    }

    private static boolean isSame(Handle handle, Requester who, KeyName name, String key) {
        return handle.select("select key from one_time_keys where user_id = ? and device_id = ? and algorithm = ? "
                        + "and key_id = ?", who.userId(), who.deviceId(), name.algorithm(), name.id())
                .mapTo(String.class).findOne().filter(stored -> Json.value(stored).equals(Json.value(key))).isPresent();
    }

    private static Map<KeyName, String> byName(ObjectNode keys) {
        Map<KeyName, String> sorted = new TreeMap<>();
        keys.properties().forEach(key -> {
            if (!key.getValue().isString() && !key.getValue().isObject()) {
                throw MatrixError.badJson("A key must be a string or an object");
            }
            sorted.put(KeyName.parse(key.getKey()), Json.text(key.getValue()));
        });
        return sorted;
    }

    private static String algorithm(JsonNode name) {
        if (!name.isString()) {
            throw MatrixError.badJson("An algorithm must be a string");
        }
        return name.stringValue();
    }

    private record Key(String id, JsonNode value) {
    }

    private record KeyName(String algorithm, String id) implements Comparable<KeyName> {

        static KeyName parse(String name) {
            List<String> parts = List.of(name.split(":", 2));
            if (parts.size() < 2) {
                throw MatrixError.invalidParam("A key's name is 'algorithm:id'");
            }
            return new KeyName(parts.get(0), parts.get(1));
        }

        @Override
        public int compareTo(KeyName other) {
            int byAlgorithm = algorithm.compareTo(other.algorithm);
            return byAlgorithm != 0 ? byAlgorithm : id.compareTo(other.id);
        }

        @Override
        public String toString() {
            return algorithm + ":" + id;
        }
    }
}
