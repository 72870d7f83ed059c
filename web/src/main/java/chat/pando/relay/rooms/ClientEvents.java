package chat.pando.relay.rooms;

import chat.pando.relay.events.Event;
import chat.pando.relay.events.EventRows;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Events in the form clients see them (Client-Server API, "Room event format"). */
public final class ClientEvents {

    private static final List<String> STRIPPED = List.of(Event.CREATE, Event.NAME, Event.AVATAR, Event.TOPIC,
            Event.JOIN_RULES, Event.CANONICAL_ALIAS, Event.ENCRYPTION);

    private final Clock clock;

    public ClientEvents(Clock clock) {
        this.clock = clock;
    }

    /** One event with its room's id. */
    public ObjectNode full(Handle handle, Event event, Requester viewer, Visibility visibility) {
        return (ObjectNode) full(handle, List.of(event), viewer, visibility).get(0);
    }

    /** Events with their room's id. */
    public ArrayNode full(Handle handle, List<Event> events, Requester viewer, Visibility visibility) {
        ArrayNode all = inRoom(handle, events, viewer, visibility);
        for (int i = 0; i < events.size(); i++) {
            ((ObjectNode) all.get(i)).put("room_id", events.get(i).roomId());
        }
        return all;
    }

    /** Events without their room's id, as in sync, where the place says it. */
    public ArrayNode inRoom(Handle handle, List<Event> events, Requester viewer, Visibility visibility) {
        Map<Long, Event> replaced = EventRows.replacedBy(handle, events);
        Aggregations aggregations = Aggregations.of(handle, events, viewer.userId());
        ArrayNode all = Json.array();
        for (Event event : events) {
            ObjectNode json = plain(event);
            ObjectNode unsigned = json.putObject("unsigned");
            unsigned.put("age", Math.max(0, clock.millis() - event.originServerTs()));
            unsigned.put("membership", visibility.membershipAt(event.position()));
            event.transaction().filter(sent -> sent.deviceId().equals(viewer.deviceId())
                    && event.sender().equals(viewer.userId()))
                    .ifPresent(sent -> unsigned.put("transaction_id", sent.id()));
            Optional.ofNullable(replaced.get(event.position())).ifPresent(previous ->
                    unsigned.put("replaces_state", previous.id()).put("prev_sender", previous.sender())
                            .set("prev_content", previous.content()));
            event.redactedBy().flatMap(id -> EventRows.byId(handle, event.roomId(), id)).ifPresent(redaction ->
                    unsigned.set("redacted_because", plain(redaction).put("room_id", event.roomId())));
            aggregations.of(event).forEach((type, summary) -> aggregate(unsigned, type, summary, event.roomId()));
            all.add(json);
        }
        return all;
    }

    private static void aggregate(ObjectNode unsigned, String type, Aggregations.Summary summary, String roomId) {
        ObjectNode latest = plain(summary.latest()).put("room_id", roomId);
        ObjectNode relations = unsigned.withObjectProperty("m.relations");
        if (type.equals("m.replace")) {
            relations.set(type, latest);
        } else {
            relations.putObject(type).put("count", summary.count())
                    .put("current_user_participated", summary.isParticipant()).set("latest_event", latest);
        }
    }

    /** What those who are only invited see of a room ("Stripped state"). */
    public ArrayNode stripped(Handle handle, String roomId, String invitee, long position) {
        ArrayNode events = Json.array();
        STRIPPED.forEach(type -> EventRows.stateAt(handle, roomId, position, type, "")
                .ifPresent(event -> events.add(stripped(event))));
        Optional<Event> invite = EventRows.stateAt(handle, roomId, position, Event.MEMBER, invitee);
        invite.flatMap(event -> EventRows.stateAt(handle, roomId, position, Event.MEMBER, event.sender()))
                .ifPresent(inviter -> events.add(stripped(inviter)));
        invite.ifPresent(event -> events.add(stripped(event)));
        return events;
    }

    private static ObjectNode stripped(Event event) {
        ObjectNode json = Json.object().put("type", event.type()).put("sender", event.sender())
                .put("state_key", event.stateKey().orElse(""));
        json.set("content", event.content());
        return json;
    }

    private static ObjectNode plain(Event event) {
        ObjectNode json = Json.object().put("type", event.type()).put("event_id", event.id())
                .put("sender", event.sender()).put("origin_server_ts", event.originServerTs());
        event.stateKey().ifPresent(key -> json.put("state_key", key));
        event.redacts().ifPresent(id -> json.put("redacts", id));
        json.set("content", event.content());
        return json;
    }
}
