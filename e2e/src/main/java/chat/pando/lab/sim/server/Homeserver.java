package chat.pando.lab.sim.server;

import chat.pando.host.HttpRequest;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.jvm.NanoJson;
import chat.pando.lab.sim.Laws;
import chat.pando.lab.sim.time.Scheduler;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A homeserver of the Client-Server API, as much of it as Pando uses. */
public final class Homeserver {

    public static final String URL = "http://sim";

    private static final String CLIENT = "/_matrix/client/v3/";

    private final Scheduler scheduler;
    private final Directory directory = new Directory();
    private final RoomDesk rooms;
    private final KeyDesk keys;
    private final SyncDesk sync;
    private final NanoJson json = new NanoJson();
    private final List<Poll> polls = new ArrayList<>();

    public Homeserver(Scheduler scheduler, Random random, Laws laws) {
        this.scheduler = scheduler;
        rooms = new RoomDesk(directory, scheduler, random, this::newsForUser);
        keys = new KeyDesk(directory, laws, this::listChanged, this::news);
        sync = new SyncDesk(directory, rooms, random);
    }

    /** A /sync that is held until there is news. */
    private record Poll(Device device, long since, Reply reply) {}

    public static String userId(String localpart) {
        return Directory.userId(localpart);
    }

    Directory directory() {
        return directory;
    }

    /** From now on it takes only so many messages of each person. */
    public void limit(double perSecond, int burst) {
        rooms.limit(perSecond, burst);
    }

    /** How many messages it has refused as too much. */
    public int refusals() {
        return rooms.refusals();
    }

    /** What it keeps from people. */
    public Censor censor() {
        return rooms.censor();
    }

    /** Gives out what it has kept from somebody, behind what has come meanwhile. */
    public void release(String user) {
        rooms.all().forEach(room -> censor().release(user, room));
        newsForUser(user);
    }

    /** What the record says about who may read what. */
    public Record record() {
        return new Record(directory, rooms);
    }

    /** Carries a request out, and replies now or later. */
    void handle(HttpRequest request, Reply reply) {
        URI uri = URI.create(request.url());
        String path = uri.getRawPath();
        JsonObject body = body(request);
        if (path.equals("/_matrix/client/versions")) {
            reply.ok(JsonObject.builder().put("versions", JsonArray.ofStrings(List.of("v1.11"))).build());
        } else if (!path.startsWith(CLIENT)) {
            reply.refuse(404, "M_NOT_FOUND");
        } else if (path.endsWith("/login")) {
            login(body, reply);
        } else if (path.endsWith("/register")) {
            register(body, reply);
        } else {
            Optional<Device> device = device(request);
            if (device.isEmpty()) {
                reply.refuse(401, "M_UNKNOWN_TOKEN");
            } else {
                handle(device.get(), request.method(), segments(path), query(uri), body, reply);
            }
        }
    }

    Optional<Device> device(HttpRequest request) {
        String header = request.headers().getOrDefault("Authorization", "");
        return header.startsWith("Bearer ") ? directory.byToken(header.substring(7)) : Optional.empty();
    }

    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring(CLIENT.length()).split("/")) {
            segments.add(URLDecoder.decode(segment, StandardCharsets.UTF_8));
        }
        return segments;
    }

    private void handle(
            Device device,
            String method,
            List<String> path,
            Map<String, String> query,
            JsonObject body,
            Reply reply) {
        switch (path.get(0)) {
            case "sync" -> poll(device, query, reply);
            case "logout" -> logout(device, reply);
            case "createRoom" -> rooms.create(device, body, reply);
            case "profile" -> profile(path.get(1), reply);
            case "sendToDevice" -> keys.toDevice(device, path.get(1), path.get(2), body, reply);
            case "keys" -> keys(device, path.get(1), body, reply);
            case "rooms" -> rooms.find(path.get(1)).ifPresentOrElse(
                    room -> room(device, room, path, query, body, reply),
                    () -> reply.refuse(404, "M_NOT_FOUND"));
            default -> throw new IllegalArgumentException("a request that this server doesn't know: " + method);
        }
    }

    private void keys(Device device, String what, JsonObject body, Reply reply) {
        switch (what) {
            case "upload" -> keys.upload(device, body, reply);
            case "query" -> keys.query(body, reply);
            case "claim" -> keys.claim(body, reply);
            default -> throw new IllegalArgumentException("an unknown request about keys");
        }
    }

    private void room(
            Device device, Room room, List<String> path, Map<String, String> query, JsonObject body, Reply reply) {
        switch (path.get(2)) {
            case "send" -> rooms.send(device, room, path.get(3), path.get(4), body, reply);
            case "invite" -> rooms.invite(device, room, body, reply);
            case "join" -> rooms.join(device, room, reply);
            case "leave" -> rooms.leave(device, room, reply);
            case "read_markers" -> rooms.read(device, room, body, reply);
            case "messages" -> rooms.messages(device, room, query, reply);
            case "event" -> rooms.event(device, room, path.get(3), reply);
            default -> throw new IllegalArgumentException("an unknown request about a room");
        }
    }

    private void login(JsonObject body, Reply reply) {
        String user = Directory.userId(body.at("identifier").string("user").orElse(""));
        if (directory.passwordFits(user, body.string("password").orElse(""))) {
            reply.ok(session(directory.newDevice(user)));
        } else {
            reply.refuse(403, "M_FORBIDDEN");
        }
    }

    private void register(JsonObject body, Reply reply) {
        String user = Directory.userId(body.requireString("username"));
        if (directory.exists(user)) {
            reply.refuse(400, "M_USER_IN_USE");
        } else if (body.object("auth").isEmpty()) {
            JsonObject flow =
                    JsonObject.builder().put("stages", JsonArray.ofStrings(List.of("m.login.dummy"))).build();
            reply.send(401, JsonObject.builder().put("flows", JsonArray.of(flow)).put("session", "s").build());
        } else {
            directory.register(user, body.requireString("password"));
            reply.ok(session(directory.newDevice(user)));
        }
    }

    private static JsonObject session(Device device) {
        return JsonObject.builder()
                .put("user_id", device.user)
                .put("device_id", device.id)
                .put("access_token", device.token)
                .build();
    }

    private void logout(Device device, Reply reply) {
        directory.remove(device);
        listChanged(device.user);
        reply.ok(JsonObject.EMPTY);
        List<Poll> ended = polls.stream().filter(poll -> poll.device() == device).toList();
        polls.removeAll(ended);
        ended.forEach(poll -> poll.reply().refuse(401, "M_UNKNOWN_TOKEN"));
    }

    private void profile(String user, Reply reply) {
        if (directory.exists(user)) {
            reply.ok(JsonObject.EMPTY);
        } else {
            reply.refuse(404, "M_NOT_FOUND");
        }
    }

    private void poll(Device device, Map<String, String> query, Reply reply) {
        long since = Optional.ofNullable(query.get("since")).map(s -> Long.parseLong(s.substring(1))).orElse(0L);
        sync.acknowledge(device, since);
        Poll poll = new Poll(device, since, reply);
        long hold = Long.parseLong(query.getOrDefault("timeout", "0"));
        if (since == 0 || hold == 0 || device.latestNews > since) {
            answer(poll);
            return;
        }
        polls.add(poll);
        scheduler.after(hold, () -> {
            if (polls.remove(poll)) {
                answer(poll);
            }
        });
    }

    private void answer(Poll poll) {
        poll.reply().ok(sync.answer(poll.device(), poll.since()));
    }

    private void listChanged(String user) {
        directory.of(user).forEach(this::news);
        for (Room room : rooms.all()) {
            if (room.members.containsKey(user)) {
                room.members.keySet().forEach(this::newsForUser);
            }
        }
    }

    private void newsForUser(String user) {
        directory.of(user).forEach(this::news);
    }

    private void news(Device device) {
        device.latestNews = directory.position();
        List<Poll> due = polls.stream().filter(poll -> poll.device() == device).toList();
        polls.removeAll(due);
        // A moment later, so that what happens at once is told at once.
        due.stream().filter(poll -> !poll.reply().abandoned()).forEach(poll ->
                scheduler.after(1, () -> answer(poll)));
    }

    private JsonObject body(HttpRequest request) {
        try {
            return request.body().isPresent() && json.parse(request.body().get()) instanceof JsonObject object
                    ? object
                    : JsonObject.EMPTY;
        } catch (JsonSyntaxException malformed) {
            throw new IllegalArgumentException("a body that is no JSON", malformed);
        }
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&")) {
                int equals = part.indexOf('=');
                query.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
