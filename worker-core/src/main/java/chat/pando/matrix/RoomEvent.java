package chat.pando.matrix;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event of a room as a server sends it (spec, section "Room event format"): it has at least an id, a sender, a type
 * and a content.
 *
 * @param json the whole event
 */
public record RoomEvent(EventId id, UserId sender, String type, JsonObject content, JsonObject json) {

    /** The event, or empty where it lacks what every event has. */
    public static Optional<RoomEvent> parse(JsonObject json) {
        Optional<EventId> id = json.string("event_id").flatMap(EventId::parse);
        Optional<UserId> sender = json.string("sender").flatMap(UserId::parse);
        Optional<String> type = json.string("type");
        Optional<JsonObject> content = json.object("content");
        return id.isPresent() && sender.isPresent() && type.isPresent() && content.isPresent()
                ? Optional.of(new RoomEvent(id.get(), sender.get(), type.get(), content.get(), json))
                : Optional.empty();
    }

    /** The events of an array; what is no event is passed over. */
    public static List<RoomEvent> parseAll(JsonArray array) {
        List<RoomEvent> events = new ArrayList<>();
        array.objects().forEach(json -> parse(json).ifPresent(events::add));
        return events;
    }

    /** Present for state events. */
    public Optional<String> stateKey() {
        return json.string("state_key");
    }

    /** When its server says it was sent, ms since the epoch. */
    public long timestamp() {
        return json.integer("origin_server_ts").orElse(0);
    }

    /** The id under which this device sent it; only told to the device itself. */
    public Optional<String> transactionId() {
        return json.at("unsigned").string("transaction_id");
    }

    /** Whether its content was removed. */
    public boolean redacted() {
        return json.at("unsigned").has("redacted_because") || json.at("unsigned").has("redacted_by");
    }

    /** The content of the state event that it replaced. */
    public JsonObject previousContent() {
        return json.at("unsigned", "prev_content");
    }

    public boolean encrypted() {
        return type.equals("m.room.encrypted") && stateKey().isEmpty();
    }

    /** This event with what was inside its encryption. */
    public RoomEvent decrypted(String innerType, JsonObject innerContent) {
        return new RoomEvent(id, sender, innerType, innerContent, json);
    }

    @Override
    public String toString() {
        return "RoomEvent";
    }
}
