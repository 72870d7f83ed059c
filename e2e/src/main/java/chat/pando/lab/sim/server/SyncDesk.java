package chat.pando.lab.sim.server;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The answers to /sync (spec, section "Syncing"): what a device doesn't acknowledge, it is told again. */
final class SyncDesk {

    private static final int TIMELINE_LIMIT = 20;
    private static final int TO_DEVICE_LIMIT = 100;
    private static final int REDELIVERED_ONE_IN = 20;

    private final Directory directory;
    private final RoomDesk rooms;
    private final Random random;

    SyncDesk(Directory directory, RoomDesk rooms, Random random) {
        this.random = random;
        this.directory = directory;
        this.rooms = rooms;
    }

    /** Everything up to the position has reached the device. */
    void acknowledge(Device device, long since) {
        device.acknowledged = Math.max(device.acknowledged, since);
        device.inbox.removeIf(delivery -> delivery.position() <= since && !redelivered());
    }

    /** Servers deliver messages to devices at least once. */
    private boolean redelivered() {
        return random.nextInt(REDELIVERED_ONE_IN) == 0;
    }

    JsonObject answer(Device device, long since) {
        List<Device.Delivery> waiting =
                device.inbox.subList(0, Math.min(TO_DEVICE_LIMIT, device.inbox.size()));
        boolean more = waiting.size() < device.inbox.size();
        // Where not all fit, the next position is that of the last that did; what else is new is told again then.
        long next = more ? waiting.get(waiting.size() - 1).position() : directory.position();
        JsonObject.Builder body = JsonObject.builder()
                .put("next_batch", "s" + next)
                .put("device_one_time_keys_count", KeyDesk.counts(device))
                .put("device_unused_fallback_key_types", KeyDesk.unusedFallback(device))
                .put("to_device", events(new ArrayList<>(waiting.stream().map(Device.Delivery::event).toList())))
                .put("rooms", rooms(device, since));
        if (since > 0) {
            body.put("device_lists", lists(device.user, since));
        }
        return body.build();
    }

    private static JsonObject events(List<JsonValue> events) {
        return JsonObject.builder().put("events", new JsonArray(events)).build();
    }

    private JsonObject lists(String me, long since) {
        Set<String> changed = new LinkedHashSet<>();
        Set<String> left = new LinkedHashSet<>();
        for (Room room : rooms.all()) {
            if (room.has(me, "join")) {
                boolean joinedSince = room.members.get(me).since() > since;
                room.members.forEach((user, membership) -> {
                    boolean news = joinedSince || membership.since() > since || directory.listChangedAt(user) > since;
                    if (!membership.kind().equals("leave") && news) {
                        changed.add(user);
                    } else if (membership.kind().equals("leave") && membership.since() > since) {
                        left.add(user);
                    }
                });
            } else if (room.members.containsKey(me) && room.members.get(me).since() > since) {
                left.addAll(room.members.keySet());
            }
        }
        if (directory.listChangedAt(me) > since) {
            changed.add(me);
        }
        left.removeIf(user -> user.equals(me) || sharesRoom(me, user));
        return JsonObject.builder()
                .put("changed", JsonArray.ofStrings(changed))
                .put("left", JsonArray.ofStrings(left))
                .build();
    }

    private boolean sharesRoom(String me, String user) {
        return rooms.all().stream().anyMatch(room -> room.has(me, "join")
                && (room.has(user, "join") || room.has(user, "invite")));
    }

    private JsonObject rooms(Device device, long since) {
        JsonObject.Builder join = JsonObject.builder();
        JsonObject.Builder invite = JsonObject.builder();
        JsonObject.Builder leave = JsonObject.builder();
        for (Room room : rooms.all()) {
            Room.Membership mine = room.members.get(device.user);
            if (mine == null) {
                continue;
            }
            if (mine.kind().equals("join")) {
                joined(room, device, mine.since() > since ? 0 : since).ifPresent(news -> join.put(room.id, news));
            } else if (mine.kind().equals("invite") && mine.since() > since) {
                invite.put(room.id, invited(room, device.user));
            } else if (mine.kind().equals("leave") && mine.since() > since && since > 0) {
                leave.put(room.id, JsonObject.builder().put("timeline", events(List.of())).build());
            }
        }
        return JsonObject.builder()
                .put("join", join.build())
                .put("invite", invite.build())
                .put("leave", leave.build())
                .build();
    }

    private Optional<JsonObject> joined(Room room, Device device, long since) {
        int unseen = room.after(since);
        int first = Math.max(unseen, room.events.size() - TIMELINE_LIMIT);
        List<JsonValue> ephemeral = receipts(room, since);
        List<Room.Event> late = rooms.censor().late(device.user);
        if (unseen == room.events.size() && ephemeral.isEmpty() && late.isEmpty()) {
            return Optional.empty();
        }
        List<JsonValue> timeline = new ArrayList<>();
        room.events.subList(first, room.events.size()).stream()
                .filter(event -> !rooms.censor().hides(event, device.user))
                .forEach(event -> timeline.add(RoomDesk.forDevice(event, device)));
        late.forEach(event -> timeline.add(event.json()));
        List<JsonValue> state = new ArrayList<>();
        room.events.subList(unseen, first).stream()
                .filter(Room.Event::isState)
                .forEach(event -> state.add(event.json()));
        JsonObject.Builder section = JsonObject.builder()
                .put("events", new JsonArray(timeline))
                .put("limited", first > unseen);
        if (first < room.events.size()) {
            section.put("prev_batch", "p" + room.events.get(first).position());
        }
        return Optional.of(JsonObject.builder()
                .put("timeline", section.build())
                .put("state", events(state))
                .put("ephemeral", events(ephemeral))
                .build());
    }

    private static List<JsonValue> receipts(Room room, long since) {
        List<JsonValue> events = new ArrayList<>();
        room.receipts.forEach((user, receipt) -> {
            if (receipt.position() > since) {
                JsonObject readers = JsonObject.builder()
                        .put(user, JsonObject.builder().put("ts", receipt.position()).build())
                        .build();
                JsonObject content = JsonObject.builder()
                        .put(receipt.event(), JsonObject.builder().put("m.read", readers).build())
                        .build();
                events.add(JsonObject.builder().put("type", "m.receipt").put("content", content).build());
            }
        });
        return events;
    }

    private static JsonObject invited(Room room, String me) {
        List<JsonValue> stripped = new ArrayList<>();
        for (Room.Event event : room.state.values()) {
            boolean mine = event.stateName().equals("m.room.member " + me);
            if (mine || event.json().requireString("state_key").isEmpty()) {
                stripped.add(event.json().without("event_id", "origin_server_ts", "unsigned"));
            }
        }
        return JsonObject.builder().put("invite_state", events(stripped)).build();
    }
}
