package chat.pando.relay.rooms;

import chat.pando.relay.db.Database;
import chat.pando.relay.events.Event;
import chat.pando.relay.events.EventRows;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.log.Cursor;
import chat.pando.relay.log.Log;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Looking at a room: its state, its members, single events. */
public final class RoomReading {

    private final Database database;
    private final ClientEvents clientEvents;

    public RoomReading(Database database, ClientEvents clientEvents) {
        this.database = database;
        this.clientEvents = clientEvents;
    }

    public ArrayNode state(Requester who, String roomId) {
        return database.read(handle -> {
            Access access = Access.toRead(handle, roomId, who.userId());
            List<Event> state = EventRows.stateAt(handle, roomId, access.upTo()).list();
            return clientEvents.full(handle, state, who, Visibility.of(handle, roomId, who.userId()));
        });
    }

    /** The content of one piece of state, or with {@code whole} the event. */
    public ObjectNode state(Requester who, String roomId, String type, String key, boolean whole) {
        return database.read(handle -> {
            Access access = Access.toRead(handle, roomId, who.userId());
            Event event = EventRows.stateAt(handle, roomId, access.upTo(), type, key)
                    .orElseThrow(() -> MatrixError.notFound("No such state"));
            return whole ? clientEvents.full(handle, event, who, Visibility.of(handle, roomId, who.userId()))
                    : event.content();
        });
    }

    public ObjectNode event(Requester who, String roomId, String eventId) {
        return database.read(handle -> {
            Visibility visibility = Visibility.of(handle, roomId, who.userId());
            return clientEvents.full(handle, visible(handle, roomId, eventId, visibility), who, visibility);
        });
    }

    /** One event with what came before and after it, and the state of the room there. */
    public ObjectNode context(Requester who, String roomId, String eventId, int limit, EventFilter filter,
                              String epoch) {
        return database.read(handle -> {
            Access access = Access.toRead(handle, roomId, who.userId());
            Visibility visibility = Visibility.of(handle, roomId, who.userId());
            Event event = visible(handle, roomId, eventId, visibility);
            History history = new History(handle, roomId, visibility, filter);
            List<Event> before = history.before(event.position(), 0, limit / 2).events();
            List<Event> after = history.after(event.position(), Math.min(access.upTo(), Log.end(handle)), limit / 2)
                    .events();
            long first = before.isEmpty() ? event.position() : before.get(before.size() - 1).position();
            long last = after.isEmpty() ? event.position() : after.get(after.size() - 1).position();
            ObjectNode answer = Json.object();
            answer.set("event", clientEvents.full(handle, event, who, visibility));
            answer.set("events_before", clientEvents.full(handle, before, who, visibility));
            answer.set("events_after", clientEvents.full(handle, after, who, visibility));
            answer.set("state", clientEvents.full(handle, EventRows.stateAt(handle, roomId, last).list(), who,
                    visibility));
            return answer.put("start", new Cursor(epoch, first - 1).toString())
                    .put("end", new Cursor(epoch, last).toString());
        });
    }

    public ObjectNode members(Requester who, String roomId, Optional<String> membership, Optional<String> notMembership,
                              Optional<Cursor> at) {
        return database.read(handle -> {
            Access access = Access.toRead(handle, roomId, who.userId());
            long position = Math.min(access.upTo(), at.map(Cursor::position).orElse(Long.MAX_VALUE));
            List<Event> members = EventRows.select(handle, "where position in (select distinct on (state_key) position "
                    + "from events where room_id = ? and type = 'm.room.member' and state_key is not null "
                    + "and position <= ? order by state_key, position desc) order by position", roomId, position)
                    .list();
            List<Event> wanted = members.stream()
                    .filter(event -> membership.isEmpty() || event.membership().equals(membership))
                    .filter(event -> notMembership.isEmpty() || !event.membership().equals(notMembership)).toList();
            ObjectNode answer = Json.object();
            answer.set("chunk", clientEvents.full(handle, wanted, who, Visibility.of(handle, roomId, who.userId())));
            return answer;
        });
    }

    public ObjectNode joinedMembers(String userId, String roomId) {
        return database.read(handle -> {
            Access.requireJoined(handle, roomId, userId);
            ObjectNode joined = Json.object();
            EventRows.select(handle, "where position in (select position from memberships where room_id = ? "
                    + "and membership = 'join')", roomId).forEach(event -> {
                        ObjectNode profile = joined.putObject(event.stateKey().orElseThrow());
                        copy(event, "displayname", profile, "display_name");
                        copy(event, "avatar_url", profile, "avatar_url");
                    });
            return Json.object().<ObjectNode>set("joined", joined);
        });
    }

    private static void copy(Event event, String from, ObjectNode profile, String to) {
        if (event.content().path(from).isString()) {
            profile.set(to, event.content().get(from));
        }
    }

    private static Event visible(Handle handle, String roomId, String eventId, Visibility visibility) {
        return EventRows.byId(handle, roomId, eventId).filter(visibility::canSee)
                .orElseThrow(() -> MatrixError.notFound("Event not found"));
    }
}
