package chat.pando.relay.rooms;

import chat.pando.relay.events.Event;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which events a client wants (Client-Server API, "Filtering": {@code RoomEventFilter}). */
public final class EventFilter {

    public static final EventFilter ALL = new EventFilter(Json.object());

    private final Optional<List<String>> types;
    private final List<String> notTypes;
    private final Optional<List<String>> senders;
    private final List<String> notSenders;
    private final Optional<List<String>> rooms;
    private final List<String> notRooms;
    private final Optional<Boolean> containsUrl;
    private final Optional<Long> limit;

    public EventFilter(JsonNode definition) {
        types = Fields.optionalTexts(definition, "types");
        notTypes = Fields.texts(definition, "not_types");
        senders = Fields.optionalTexts(definition, "senders");
        notSenders = Fields.texts(definition, "not_senders");
        rooms = Fields.optionalTexts(definition, "rooms");
        notRooms = Fields.texts(definition, "not_rooms");
        containsUrl = Fields.flag(definition, "contains_url");
        limit = Fields.number(definition, "limit");
    }

    /** The part of a filter with that name; everything when there is none. */
    public static EventFilter part(ObjectNode definition, String name) {
        return Fields.object(definition, name).map(EventFilter::new).orElse(ALL);
    }

    /** Whether every event passes. */
    public boolean isOpen() {
        return types.isEmpty() && notTypes.isEmpty() && senders.isEmpty() && notSenders.isEmpty() && rooms.isEmpty()
                && notRooms.isEmpty() && containsUrl.isEmpty();
    }

    public Optional<Long> limit() {
        return limit;
    }

    public boolean wantsRoom(String roomId) {
        return rooms.map(list -> list.contains(roomId)).orElse(true) && !notRooms.contains(roomId);
    }

    public boolean wants(Event event) {
        return wants(event.type(), event.sender()) && wantsRoom(event.roomId())
                && containsUrl.map(wanted -> wanted == event.content().path("url").isString()).orElse(true);
    }

    public boolean wants(String type, String sender) {
        return wantsType(type) && senders.map(list -> list.contains(sender)).orElse(true)
                && !notSenders.contains(sender);
    }

    public boolean wantsType(String type) {
        return types.map(patterns -> matchesAny(patterns, type)).orElse(true) && !matchesAny(notTypes, type);
    }

    private static boolean matchesAny(List<String> patterns, String type) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, type));
    }

    /** Matches a pattern in which each star stands for any text, in time that no pattern can make long. */
    private static boolean matches(String pattern, String type) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(type);
        }
        String last = parts[parts.length - 1];
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1 && from >= 0; i++) {
            int found = type.indexOf(parts[i], from);
            from = found < 0 ? -1 : found + parts[i].length();
        }
        return from >= 0 && type.startsWith(parts[0]) && type.endsWith(last) && type.length() - last.length() >= from;
    }
}
