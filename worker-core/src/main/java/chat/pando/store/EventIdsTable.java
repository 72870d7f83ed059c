package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every event that was ever taken in, shown or not, by room and event id: so none is taken in twice. */
public final class EventIdsTable extends TypedTable<EventPlace> {

    EventIdsTable(Json json, Log log) {
        super(Table.EVENT_IDS, json, log);
    }

    public Optional<EventPlace> get(Reads reads, RoomId room, EventId event) {
        return get(reads, key(room, event));
    }

    /** The position of an event that is in the timeline. */
    public Optional<Position> position(Reads reads, RoomId room, EventId event) {
        return get(reads, room, event).flatMap(EventPlace::position);
    }

    /** Those of the events that are known. */
    public Map<EventId, EventPlace> get(Reads reads, RoomId room, Collection<EventId> events) {
        Map<EventId, EventPlace> found = new LinkedHashMap<>();
        get(reads, events.stream().map(event -> key(room, event)).toList())
                .values()
                .forEach(place -> found.put(place.event(), place));
        return found;
    }

    private static String key(RoomId room, EventId event) {
        return room.value() + SEPARATOR + event.value();
    }

    @Override
    protected String keyOf(EventPlace place) {
        return key(place.room(), place.event());
    }

    @Override
    protected JsonObject encode(EventPlace place) {
        JsonObject.Builder body = JsonObject.builder()
                .put("room", place.room().value())
                .put("event", place.event().value())
                .put("position", place.position().map(Position::text))
                .put("outbox", place.outbox());
        place.part().ifPresent(part -> body.put("sender", part.sender().value())
                .put("transfer", part.transfer())
                .put("index", part.index()));
        return body.build();
    }

    @Override
    protected EventPlace decode(JsonObject body) {
        return new EventPlace(
                new RoomId(body.requireString("room")),
                new EventId(body.requireString("event")),
                body.string("position").map(Position::parse),
                body.requireInteger("outbox"),
                body.string("transfer").map(transfer -> new EventPlace.PartOf(
                        new UserId(body.requireString("sender")), transfer, (int) body.requireInteger("index"))));
    }
}
