package chat.pando.lab.sim.server;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.lab.sim.time.Scheduler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;

/** Rooms (spec, section "Rooms"). */
final class RoomDesk {

    private static final int MOST_MILLIS_BEFORE_INVITING = 400;
    /** Synapse keeps back what it refuses as too much, so that nobody tries again and again. */
    private static final long REFUSAL_MILLIS = 500;

    private final Directory directory;
    private final Scheduler scheduler;
    private final Random random;
    private final Consumer<String> onNews;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Censor censor = new Censor();
    private Limiter limiter = Limiter.open();
    private int refusals;
    private int events;

    /** @param onNews told for whom there is news */
    RoomDesk(Directory directory, Scheduler scheduler, Random random, Consumer<String> onNews) {
        this.directory = directory;
        this.scheduler = scheduler;
        this.random = random;
        this.onNews = onNews;
    }

    Collection<Room> all() {
        return rooms.values();
    }

    Optional<Room> find(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    /** Like Synapse it makes a room event by event, and tells of it before those are invited who are to be. */
    void create(Device device, JsonObject body, Reply reply) {
        Room room = new Room("!room" + (rooms.size() + 1) + ":" + Directory.SERVER, device.id);
        rooms.put(room.id, room);
        state(room, device.user, "m.room.create", "", body.at("creation_content"));
        member(room, device.user, device.user, "join");
        state(room, device.user, "m.room.join_rules", "", content("join_rule", "invite"));
        state(room, device.user, "m.room.history_visibility", "", content("history_visibility", "shared"));
        for (JsonObject initial : body.array("initial_state").orElse(JsonArray.EMPTY).objects()) {
            state(room, device.user, initial.requireString("type"), "", initial.at("content"));
        }
        body.string("name").ifPresent(name ->
                state(room, device.user, "m.room.name", "", content("name", name)));
        List<String> invited = body.array("invite").orElse(JsonArray.EMPTY).strings();
        invited.forEach(user -> room.guests.put(user, directory.position()));
        scheduler.after(random.nextInt(MOST_MILLIS_BEFORE_INVITING), () -> {
            invited.forEach(user -> member(room, device.user, user, "invite"));
            reply.ok(content("room_id", room.id));
        });
    }

    private static JsonObject content(String name, String value) {
        return JsonObject.builder().put(name, value).build();
    }

    void member(Room room, String sender, String user, String kind) {
        state(room, sender, "m.room.member", user, content("membership", kind));
    }

    private void state(Room room, String sender, String type, String key, JsonObject content) {
        JsonObject.Builder unsigned = JsonObject.builder();
        room.stateContent(type, key).ifPresent(before -> unsigned.put("prev_content", before));
        JsonObject event = event(sender, type, content)
                .put("state_key", key)
                .put("unsigned", unsigned.build())
                .build();
        add(room, new Room.Event(directory.nextPosition(), event, "", ""));
    }

    private JsonObject.Builder event(String sender, String type, JsonObject content) {
        return JsonObject.builder()
                .put("event_id", "$event" + ++events)
                .put("sender", sender)
                .put("type", type)
                .put("origin_server_ts", scheduler.now())
                .put("content", content);
    }

    private void add(Room room, Room.Event event) {
        room.add(event);
        room.members.keySet().forEach(onNews);
    }

    /** From now on it takes only so many messages of each person. */
    void limit(double perSecond, int burst) {
        limiter = new Limiter(perSecond, burst);
    }

    /** How many messages were refused as too much. */
    int refusals() {
        return refusals;
    }

    Censor censor() {
        return censor;
    }

    void send(Device device, Room room, String type, String transaction, JsonObject body, Reply reply) {
        String name = room.id + " " + transaction;
        if (!device.transactions.containsKey(name)) {
            if (!room.has(device.user, "join")) {
                reply.refuse(403, "M_FORBIDDEN");
                return;
            }
            OptionalLong tooEarly = limiter.take(device.user, scheduler.now());
            if (tooEarly.isPresent()) {
                refusals++;
                scheduler.after(REFUSAL_MILLIS, () -> reply.send(429, tooMuch(tooEarly.getAsLong())));
                return;
            }
            JsonObject event = event(device.user, type, body).build();
            device.transactions.put(name, event.requireString("event_id"));
            Room.Event sent = new Room.Event(directory.nextPosition(), event, device.id, transaction);
            censor.sent(sent, device.user, room.members.keySet());
            add(room, sent);
        }
        reply.ok(content("event_id", device.transactions.get(name)));
    }

    private static JsonObject tooMuch(long retryAfterMillis) {
        return JsonObject.builder()
                .put("errcode", "M_LIMIT_EXCEEDED")
                .put("error", "")
                .put("retry_after_ms", retryAfterMillis)
                .build();
    }

    /** One event of a room. */
    void event(Device device, Room room, String id, Reply reply) {
        Optional<Room.Event> found = room.events.stream()
                .filter(event -> event.json().requireString("event_id").equals(id))
                .filter(event -> !censor.denies(event, device.user))
                .findFirst();
        if (found.isPresent() && room.members.containsKey(device.user)) {
            reply.ok(forDevice(found.get(), device));
        } else {
            reply.refuse(404, "M_NOT_FOUND");
        }
    }

    void invite(Device device, Room room, JsonObject body, Reply reply) {
        String user = body.requireString("user_id");
        boolean there = room.has(user, "join");
        if (!room.has(device.user, "join") || there || !directory.exists(user)) {
            reply.refuse(403, "M_FORBIDDEN");
            return;
        }
        if (!room.has(user, "invite")) {
            member(room, device.user, user, "invite");
        }
        reply.ok(JsonObject.EMPTY);
    }

    void join(Device device, Room room, Reply reply) {
        if (room.has(device.user, "invite")) {
            member(room, device.user, device.user, "join");
        } else if (!room.has(device.user, "join")) {
            reply.refuse(403, "M_FORBIDDEN");
            return;
        }
        reply.ok(content("room_id", room.id));
    }

    void leave(Device device, Room room, Reply reply) {
        if (room.has(device.user, "join") || room.has(device.user, "invite")) {
            member(room, device.user, device.user, "leave");
        }
        reply.ok(JsonObject.EMPTY);
    }

    void read(Device device, Room room, JsonObject body, Reply reply) {
        body.string("m.read").ifPresent(event -> {
            room.receipts.put(device.user, new Room.Receipt(event, directory.nextPosition()));
            room.members.keySet().forEach(onNews);
        });
        reply.ok(JsonObject.EMPTY);
    }

    /** Earlier events, newest first; the latest where the request doesn't say before what. */
    void messages(Device device, Room room, Map<String, String> query, Reply reply) {
        if (!room.members.containsKey(device.user)) {
            reply.refuse(403, "M_FORBIDDEN");
            return;
        }
        String from = query.getOrDefault("from", "p" + Long.MAX_VALUE);
        int before = room.after(Long.parseLong(from.substring(1)) - 1);
        int first = Math.max(0, before - Math.min(30, Integer.parseInt(query.get("limit"))));
        List<JsonValue> chunk = new ArrayList<>();
        for (int i = before - 1; i >= first; i--) {
            if (!censor.hides(room.events.get(i), device.user)) {
                chunk.add(forDevice(room.events.get(i), device));
            }
        }
        JsonObject.Builder page = JsonObject.builder().put("chunk", new JsonArray(chunk)).put("start", from);
        if (first > 0) {
            page.put("end", "p" + room.events.get(first).position());
        }
        reply.ok(page.build());
    }

    /** A device is told the transaction ids of what it has sent itself. */
    static JsonObject forDevice(Room.Event event, Device device) {
        if (event.transaction().isEmpty() || !event.device().equals(device.id)) {
            return event.json();
        }
        JsonObject unsigned = content("transaction_id", event.transaction());
        return event.json().toBuilder().put("unsigned", unsigned).build();
    }
}
