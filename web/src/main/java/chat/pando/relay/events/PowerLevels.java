package chat.pando.relay.events;

import chat.pando.relay.json.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may do what in a room, with the defaults that hold where the room does not say (spec, "m.room.power_levels"). */
public final class PowerLevels {

    private static final long CREATOR = 100;

    private final boolean present;
    private final ObjectNode content;
    private final String creator;

    private PowerLevels(boolean present, ObjectNode content, String creator) {
        this.present = present;
        this.content = content;
        this.creator = creator;
    }

    static PowerLevels of(RoomState state) {
        Optional<Event> event = state.get(Event.POWER_LEVELS, "");
        String creator = state.get(Event.CREATE, "").map(Event::sender).orElse("");
        return new PowerLevels(event.isPresent(), event.map(Event::content).orElseGet(Json::object), creator);
    }

    public long user(String userId) {
        JsonNode own = content.path("users").path(userId);
        if (own.isIntegralNumber()) {
            return own.longValue();
        }
        if (!present) {
            return userId.equals(creator) ? CREATOR : 0;
        }
        return level("users_default", 0);
    }

    public long toSend(String type, boolean isState) {
        JsonNode own = content.path("events").path(type);
        if (own.isIntegralNumber()) {
            return own.longValue();
        }
        return isState ? level("state_default", present ? 50 : 0) : level("events_default", 0);
    }

    public long toInvite() {
        return level("invite", 0);
    }

    public long toKick() {
        return level("kick", 50);
    }

    public long toBan() {
        return level("ban", 50);
    }

    public long toRedact() {
        return level("redact", 50);
    }

    /** What notifying the whole room needs. */
    public long toNotifyRoom() {
        JsonNode room = content.path("notifications").path("room");
        return room.isIntegralNumber() ? room.longValue() : 50;
    }

    private long level(String name, long otherwise) {
        JsonNode value = content.path(name);
        return value.isIntegralNumber() ? value.longValue() : otherwise;
    }
}
