package chat.pando.matrix;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the server has new (spec, section "Syncing"). Rooms and events that are malformed are passed over.
 *
 * @param nextBatch       the position after it
 * @param unusedFallback  the algorithms whose fallback key is unused; empty where the server doesn't say
 */
public record SyncResponse(
        String nextBatch,
        Map<RoomId, JoinedRoom> joined,
        Map<RoomId, List<JsonObject>> invited,
        Map<RoomId, Timeline> left,
        List<JsonObject> toDevice,
        List<UserId> devicesChanged,
        List<UserId> devicesLeft,
        Map<String, Long> oneTimeKeys,
        Optional<List<String>> unusedFallback) {

    /** A room that the person is in. */
    public record JoinedRoom(List<RoomEvent> state, Timeline timeline, List<JsonObject> ephemeral) {}

    /**
     * The newest events of a room.
     *
     * @param limited   whether older ones since the last position were left out
     * @param prevBatch where to fetch what came before
     */
    public record Timeline(List<RoomEvent> events, boolean limited, Optional<String> prevBatch) {}

    /** @throws chat.pando.json.JsonShapeException where it has no {@code next_batch} */
    public static SyncResponse parse(JsonObject body) {
        JsonObject rooms = body.at("rooms");
        JsonObject lists = body.at("device_lists");
        return new SyncResponse(
                body.requireString("next_batch"),
                rooms(rooms.at("join"), SyncResponse::joinedRoom),
                rooms(rooms.at("invite"), room -> array(room.at("invite_state"), "events").objects()),
                rooms(rooms.at("leave"), room -> timeline(room.at("timeline"))),
                array(body.at("to_device"), "events").objects(),
                users(array(lists, "changed")),
                users(array(lists, "left")),
                counts(body.at("device_one_time_keys_count")),
                body.array("device_unused_fallback_key_types").map(JsonArray::strings));
    }

    private static <T> Map<RoomId, T> rooms(JsonObject section, Function<JsonObject, T> parser) {
        Map<RoomId, T> rooms = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : section.members().entrySet()) {
            Optional<RoomId> id = RoomId.parse(member.getKey());
            if (id.isPresent() && member.getValue() instanceof JsonObject room) {
                rooms.put(id.get(), parser.apply(room));
            }
        }
        return rooms;
    }

    private static JoinedRoom joinedRoom(JsonObject room) {
        return new JoinedRoom(
                RoomEvent.parseAll(array(room.at("state"), "events")),
                timeline(room.at("timeline")),
                array(room.at("ephemeral"), "events").objects());
    }

    private static Timeline timeline(JsonObject timeline) {
        return new Timeline(
                RoomEvent.parseAll(array(timeline, "events")),
                timeline.bool("limited").orElse(false),
                timeline.string("prev_batch"));
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.array(name).orElse(JsonArray.EMPTY);
    }

    private static List<UserId> users(JsonArray array) {
        List<UserId> users = new ArrayList<>();
        array.strings().forEach(text -> UserId.parse(text).ifPresent(users::add));
        return users;
    }

    private static Map<String, Long> counts(JsonObject object) {
        Map<String, Long> counts = new LinkedHashMap<>();
        object.members().forEach((algorithm, value) -> {
            if (value instanceof JsonNumber number && number.isInteger()) {
                counts.put(algorithm, (long) number.value());
            }
        });
        return counts;
    }

    @Override
    public String toString() {
        return "SyncResponse[" + joined.size() + " rooms, " + toDevice.size() + " to-device events]";
    }
}
