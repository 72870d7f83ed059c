package chat.pando.machine;

import chat.pando.crypto.GroupMessage;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * A homeserver as far as end-to-end encryption sees it: keys, to-device messages, device lists, rooms. It watches
 * that no client breaks a law: no key id with two values, no transaction id with two bodies.
 */
public final class KeyServer {

    private final Map<DeviceName, Account> devices = new TreeMap<>(KeyServer::order);
    private final Map<RoomId, Set<UserId>> rooms = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, JsonObject> transactions = new HashMap<>();
    private final Map<String, JsonValue> everUploaded = new HashMap<>();
    private final Map<String, String> indices = new HashMap<>();
    private final Set<String> everClaimed = new HashSet<>();
    private final Set<String> unreachable = new HashSet<>();
    private int uploads;
    private int claims;
    private int toDeviceRequests;
    private long position;

    /** What the server holds of one device. */
    private static final class Account {

        private Optional<JsonObject> keys = Optional.empty();
        private final LinkedHashMap<String, JsonValue> oneTimeKeys = new LinkedHashMap<>();
        private Optional<Map.Entry<String, JsonValue>> fallback = Optional.empty();
        private boolean fallbackUsed;
        private final List<Delivery> inbox = new ArrayList<>();
    }

    private record Delivery(long position, JsonObject event) {}

    /** Something that happened at a position: a device list changed, or a room got an event. */
    private record Change(long position, Optional<UserId> list, Optional<RoomId> room, JsonObject event) {}

    /** What a sync brings. */
    record Sync(SyncInput input, Map<RoomId, List<JsonObject>> events, long next) {}

    void register(UserId user, DeviceId device) {
        devices.put(new DeviceName(user, device), new Account());
    }

    public void logOut(UserId user, DeviceId device) {
        devices.remove(new DeviceName(user, device));
        listChanged(user);
    }

    void join(RoomId room, UserId user) {
        rooms.computeIfAbsent(room, r -> new LinkedHashSet<>()).add(user);
        listChanged(user);
    }

    void leave(RoomId room, UserId user) {
        rooms.get(room).remove(user);
    }

    Set<UserId> members(RoomId room) {
        return new LinkedHashSet<>(rooms.get(room));
    }

    /** The rooms that a user is in. */
    Set<RoomId> roomsOf(UserId user) {
        Set<RoomId> of = new LinkedHashSet<>(rooms.keySet());
        of.removeIf(room -> !rooms.get(room).contains(user));
        return of;
    }

    /** The server of these users does not answer, until told otherwise. */
    void unreachable(Collection<UserId> users) {
        unreachable.clear();
        users.forEach(user -> unreachable.add(user.value()));
    }

    int uploads() {
        return uploads;
    }

    int claims() {
        return claims;
    }

    int toDeviceRequests() {
        return toDeviceRequests;
    }

    int oneTimeKeys(UserId user, DeviceId device) {
        return account(user, device).oneTimeKeys.size();
    }

    List<String> oneTimeKeyIds(UserId user, DeviceId device) {
        return List.copyOf(account(user, device).oneTimeKeys.keySet());
    }

    /** Puts a key of that id into the server's hands, as if from a past that the device has lost. */
    void plant(UserId user, DeviceId device, String id, JsonValue key) {
        account(user, device).oneTimeKeys.put(id, key);
    }

    void dropOneTimeKeys(UserId user, DeviceId device) {
        account(user, device).oneTimeKeys.clear();
    }

    /** Takes the fallback key away as well. */
    void dropAllKeys(UserId user, DeviceId device) {
        dropOneTimeKeys(user, device);
        account(user, device).fallback = Optional.empty();
    }

    Optional<String> fallbackId(UserId user, DeviceId device) {
        return account(user, device).fallback.map(Map.Entry::getKey);
    }

    /** Replaces what the server says are the device's keys. */
    void tamper(UserId user, DeviceId device, JsonObject keys) {
        account(user, device).keys = Optional.of(keys);
        listChanged(user);
    }

    JsonObject deviceKeys(UserId user, DeviceId device) {
        return account(user, device).keys.orElseThrow();
    }

    void listChanged(UserId user) {
        changes.add(new Change(++position, Optional.of(user), Optional.empty(), JsonObject.EMPTY));
    }

    /** A to-device message from anybody to anybody. */
    void deliver(UserId from, String type, UserId to, DeviceId device, JsonObject content) {
        JsonObject event = JsonObject.builder()
                .put("sender", from.value())
                .put("type", type)
                .put("content", content)
                .build();
        Account account = devices.get(new DeviceName(to, device));
        if (account != null) {
            account.inbox.add(new Delivery(++position, event));
        }
    }

    /** The to-device messages that wait for a device. */
    List<JsonObject> inbox(UserId user, DeviceId device) {
        return account(user, device).inbox.stream().map(Delivery::event).toList();
    }

    void emptyInbox(UserId user, DeviceId device) {
        account(user, device).inbox.clear();
    }

    /** A room event; the same transaction gives the same event. */
    String send(UserId from, DeviceId device, RoomId room, String transaction, JsonObject content) {
        String id = "$" + device.value() + "-" + transaction;
        if (!once(device.value() + " " + transaction, content)) {
            return id;
        }
        post(from, room, id, content);
        return id;
    }

    void post(UserId from, RoomId room, String id, JsonObject content) {
        checkIndex(content);
        JsonObject event = JsonObject.builder()
                .put("type", "m.room.encrypted")
                .put("event_id", id)
                .put("sender", from.value())
                .put("origin_server_ts", position)
                .put("content", content)
                .build();
        changes.add(new Change(++position, Optional.empty(), Optional.of(room), event));
    }

    /** No index of a session has two ciphertexts. */
    private void checkIndex(JsonObject content) {
        String ciphertext = content.requireString("ciphertext");
        try {
            String slot = content.requireString("session_id") + " " + GroupMessage.parse(ciphertext).index();
            if (indices.putIfAbsent(slot, ciphertext) != null) {
                throw new AssertionError("law 5: a Megolm index was used twice");
            }
        } catch (CryptoException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** Every event of a room, whoever may see it. */
    List<JsonObject> events(RoomId room) {
        return changes.stream()
                .filter(change -> change.room().equals(Optional.of(room)))
                .map(Change::event)
                .toList();
    }

    /** Everything since a position, which by this is acknowledged. */
    Sync sync(UserId user, DeviceId device, long since) {
        Account account = account(user, device);
        account.inbox.removeIf(delivery -> delivery.position() <= since);
        List<UserId> lists = new ArrayList<>();
        Map<RoomId, List<JsonObject>> events = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.position() > since) {
                change.list().ifPresent(lists::add);
                change.room().filter(room -> rooms.get(room).contains(user)).ifPresent(room ->
                        events.computeIfAbsent(room, r -> new ArrayList<>()).add(change.event()));
            }
        }
        Map<String, Long> counts = account.oneTimeKeys.isEmpty()
                ? Map.of()
                : Map.of("signed_curve25519", (long) account.oneTimeKeys.size());
        boolean unused = account.fallback.isPresent() && !account.fallbackUsed;
        SyncInput input = new SyncInput(
                account.inbox.stream().map(Delivery::event).toList(),
                lists,
                List.of(),
                counts,
                Optional.of(unused ? List.of("signed_curve25519") : List.of()));
        return new Sync(input, events, position);
    }

    /** Carries out a request. */
    public Answer answer(UserId user, DeviceId device, ApiRequest request) {
        JsonObject body = request.body().orElseThrow();
        if (request.path().endsWith("/keys/upload")) {
            return upload(user, device, body);
        }
        if (request.path().endsWith("/keys/query")) {
            return new Answer(query(body), Optional.empty());
        }
        if (request.path().endsWith("/keys/claim")) {
            return new Answer(claim(body), Optional.empty());
        }
        if (request.path().contains("/sendToDevice/")) {
            toDevice(user, device, request.path(), body);
            return new Answer(JsonObject.EMPTY, Optional.empty());
        }
        throw new IllegalArgumentException("an unknown request");
    }

    /** A response, or a refusal. */
    public record Answer(JsonObject body, Optional<MatrixError> error) {}

    private Answer upload(UserId user, DeviceId device, JsonObject body) {
        uploads++;
        Account account = account(user, device);
        JsonObject fresh = body.at("one_time_keys");
        for (String id : fresh.names()) {
            JsonValue known = account.oneTimeKeys.get(id);
            if (known != null && !known.equals(fresh.members().get(id))) {
                String words = "One time key " + id + " already exists. Old key: {}; new key: {}";
                return new Answer(
                        JsonObject.EMPTY,
                        Optional.of(new MatrixError(400, "M_UNKNOWN", words, OptionalLong.empty())));
            }
        }
        for (String id : fresh.names()) {
            String name = user.value() + " " + device.value() + " " + id;
            JsonValue before = everUploaded.putIfAbsent(name, fresh.members().get(id));
            if (before != null && !before.equals(fresh.members().get(id))) {
                throw new AssertionError("law 4: a key id was uploaded with two values");
            }
            if (before == null) {
                account.oneTimeKeys.put(id, fresh.members().get(id));
            }
        }
        body.object("device_keys").ifPresent(keys -> {
            account.keys = Optional.of(keys);
            listChanged(user);
        });
        for (Map.Entry<String, JsonValue> fallback : body.at("fallback_keys").members().entrySet()) {
            if (!account.fallback.equals(Optional.of(fallback))) {
                account.fallback = Optional.of(Map.entry(fallback.getKey(), fallback.getValue()));
                account.fallbackUsed = false;
            }
        }
        JsonObject counts = JsonObject.builder().put("signed_curve25519", account.oneTimeKeys.size()).build();
        return new Answer(JsonObject.builder().put("one_time_key_counts", counts).build(), Optional.empty());
    }

    private JsonObject query(JsonObject body) {
        JsonObject.Builder users = JsonObject.builder();
        JsonObject.Builder failures = JsonObject.builder();
        for (String user : body.requireObject("device_keys").names()) {
            if (unreachable.contains(user)) {
                failures.put(new UserId(user).server(), JsonObject.EMPTY);
                continue;
            }
            JsonObject.Builder list = JsonObject.builder();
            devices.forEach((name, account) -> {
                if (name.user().value().equals(user)) {
                    account.keys.ifPresent(keys -> list.put(name.device().value(), keys));
                }
            });
            users.put(user, list.build());
        }
        return JsonObject.builder()
                .put("device_keys", users.build())
                .put("failures", failures.build())
                .build();
    }

    private JsonObject claim(JsonObject body) {
        claims++;
        JsonObject.Builder users = JsonObject.builder();
        JsonObject wanted = body.requireObject("one_time_keys");
        for (String user : wanted.names()) {
            JsonObject.Builder list = JsonObject.builder();
            for (String device : wanted.requireObject(user).names()) {
                if (!unreachable.contains(user)) {
                    claim(new DeviceName(new UserId(user), new DeviceId(device))).ifPresent(key ->
                            list.put(device, key));
                }
            }
            users.put(user, list.build());
        }
        return JsonObject.builder().put("one_time_keys", users.build()).build();
    }

    private Optional<JsonObject> claim(DeviceName name) {
        Account account = devices.get(name);
        if (account == null) {
            return Optional.empty();
        }
        if (!account.oneTimeKeys.isEmpty()) {
            Map.Entry<String, JsonValue> first = account.oneTimeKeys.entrySet().iterator().next();
            account.oneTimeKeys.remove(first.getKey());
            if (!everClaimed.add(name.user().value() + " " + name.device().value() + " " + first.getKey())) {
                throw new AssertionError("law 4: a one-time key was claimed twice");
            }
            return Optional.of(JsonObject.builder().put(first.getKey(), first.getValue()).build());
        }
        account.fallbackUsed = true;
        return account.fallback.map(key -> JsonObject.builder().put(key.getKey(), key.getValue()).build());
    }

    private void toDevice(UserId user, DeviceId device, String path, JsonObject body) {
        toDeviceRequests++;
        if (!once(device.value() + " " + path, body)) {
            return;
        }
        String type = path.split("/")[5];
        JsonObject messages = body.requireObject("messages");
        for (String to : messages.names()) {
            messages.requireObject(to).members().forEach((toDevice, content) ->
                    deliver(user, type, new UserId(to), new DeviceId(toDevice), (JsonObject) content));
        }
    }

    private boolean once(String transaction, JsonObject body) {
        JsonObject before = transactions.putIfAbsent(transaction, body);
        if (before != null && !before.text().equals(body.text())) {
            throw new AssertionError("law 2: a transaction was repeated with another body");
        }
        return before == null;
    }

    private Account account(UserId user, DeviceId device) {
        return Optional.ofNullable(devices.get(new DeviceName(user, device))).orElseThrow();
    }

    private static int order(DeviceName a, DeviceName b) {
        int users = a.user().compareTo(b.user());
        return users != 0 ? users : a.device().compareTo(b.device());
    }

}
