package chat.pando.lab.sim.server;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.lab.sim.Laws;
import chat.pando.lab.sim.Laws.Law;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Keys and to-device messages (spec, sections "End-to-End Encryption" and "Send-to-Device messaging"). */
final class KeyDesk {

    private static final String CURVE = "signed_curve25519";

    private final Directory directory;
    private final Laws laws;
    private final Consumer<String> onListChange;
    private final Consumer<Device> onNews;
    private final Set<String> everClaimed = new HashSet<>();
    /** Whose an identity key is. */
    private final Map<String, Device> identities = new HashMap<>();

    /** @param onListChange told whose list of devices has changed */
    KeyDesk(Directory directory, Laws laws, Consumer<String> onListChange, Consumer<Device> onNews) {
        this.directory = directory;
        this.laws = laws;
        this.onListChange = onListChange;
        this.onNews = onNews;
    }

    void upload(Device device, JsonObject body, Reply reply) {
        JsonObject fresh = body.at("one_time_keys");
        for (Map.Entry<String, JsonValue> key : fresh.members().entrySet()) {
            JsonValue known = device.everUploaded.get(key.getKey());
            if (known != null && !known.equals(key.getValue())) {
                laws.broken(Law.DUPLICATE_ONE_TIME_KEY, "the server has had another key of that id");
                reply.refuse(400, "M_UNKNOWN");
                return;
            }
        }
        fresh.members().forEach((id, key) -> {
            if (device.everUploaded.putIfAbsent(id, key) == null) {
                device.oneTimeKeys.put(id, key);
            }
        });
        body.object("device_keys").ifPresent(keys -> deviceKeys(device, keys));
        body.at("fallback_keys").members().entrySet().forEach(key -> fallback(device, key));
        reply.ok(JsonObject.builder().put("one_time_key_counts", counts(device)).build());
    }

    private void deviceKeys(Device device, JsonObject keys) {
        JsonObject identity = keys.at("keys");
        device.keys.map(known -> known.at("keys")).filter(known -> !known.equals(identity)).ifPresent(known ->
                laws.broken(Law.IDENTITY_REUSED, "one device with two identities"));
        for (JsonValue key : identity.members().values()) {
            if (!identities.computeIfAbsent(key.text(), text -> device).equals(device)) {
                laws.broken(Law.IDENTITY_REUSED, "one identity for two devices");
            }
        }
        if (!device.keys.equals(Optional.of(keys))) {
            device.keys = Optional.of(keys);
            long at = directory.listChanged(device.user);
            device.keysAt = Math.min(device.keysAt, at);
            onListChange.accept(device.user);
        }
    }

    private static void fallback(Device device, Map.Entry<String, JsonValue> key) {
        Map.Entry<String, JsonValue> fresh = Map.entry(key.getKey(), key.getValue());
        if (!device.fallback.equals(Optional.of(fresh))) {
            device.fallback = Optional.of(fresh);
            device.fallbackUsed = false;
        }
    }

    static JsonObject counts(Device device) {
        return JsonObject.builder().put(CURVE, device.oneTimeKeys.size()).build();
    }

    static JsonArray unusedFallback(Device device) {
        boolean unused = device.fallback.isPresent() && !device.fallbackUsed;
        return JsonArray.ofStrings(unused ? List.of(CURVE) : List.of());
    }

    void query(JsonObject body, Reply reply) {
        JsonObject.Builder users = JsonObject.builder();
        for (String user : body.at("device_keys").names()) {
            JsonObject.Builder devices = JsonObject.builder();
            for (Device device : directory.of(user)) {
                device.keys.ifPresent(keys -> devices.put(device.id, keys));
            }
            users.put(user, devices.build());
        }
        reply.ok(JsonObject.builder()
                .put("device_keys", users.build())
                .put("failures", JsonObject.EMPTY)
                .build());
    }

    void claim(JsonObject body, Reply reply) {
        JsonObject.Builder users = JsonObject.builder();
        JsonObject wanted = body.at("one_time_keys");
        for (String user : wanted.names()) {
            JsonObject.Builder devices = JsonObject.builder();
            for (String id : wanted.at(user).names()) {
                directory.find(user, id).flatMap(this::claim).ifPresent(key -> devices.put(id, key));
            }
            users.put(user, devices.build());
        }
        reply.ok(JsonObject.builder()
                .put("one_time_keys", users.build())
                .put("failures", JsonObject.EMPTY)
                .build());
    }

    private Optional<JsonObject> claim(Device device) {
        if (device.oneTimeKeys.isEmpty()) {
            device.fallbackUsed |= device.fallback.isPresent();
            return device.fallback.map(key -> JsonObject.builder().put(key.getKey(), key.getValue()).build());
        }
        Map.Entry<String, JsonValue> first = device.oneTimeKeys.entrySet().iterator().next();
        device.oneTimeKeys.remove(first.getKey());
        if (!everClaimed.add(device.user + " " + device.id + " " + first.getKey())) {
            laws.broken(Law.DUPLICATE_ONE_TIME_KEY, "a one-time key was claimed twice");
        }
        return Optional.of(JsonObject.builder().put(first.getKey(), first.getValue()).build());
    }

    void toDevice(Device from, String type, String transaction, JsonObject body, Reply reply) {
        if (from.transactions.putIfAbsent("to-device " + transaction, "") == null) {
            JsonObject messages = body.at("messages");
            for (String user : messages.names()) {
                messages.at(user).members().forEach((id, content) -> deliver(from, type, user, id, content));
            }
        }
        reply.ok(JsonObject.EMPTY);
    }

    private void deliver(Device from, String type, String user, String id, JsonValue content) {
        List<Device> to = id.equals("*") ? directory.of(user) : directory.find(user, id).stream().toList();
        for (Device device : to) {
            JsonObject event = JsonObject.builder()
                    .put("sender", from.user)
                    .put("type", type)
                    .put("content", content)
                    .build();
            device.inbox.add(new Device.Delivery(directory.nextPosition(), event));
            onNews.accept(device);
        }
    }
}
