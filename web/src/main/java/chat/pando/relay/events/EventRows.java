package chat.pando.relay.events;

import chat.pando.relay.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads events from the database. */
public final class EventRows {

    static final String COLUMNS = "position, event_id, room_id, type, state_key, sender, content, origin_server_ts, "
            + "redacts, redacted_by, device_id, txn_id";

    private EventRows() {
    }

    /** Events of a query's end, which begins with {@code where} or {@code order by}. */
    public static ResultIterable<Event> select(Handle handle, String rest, Object... parameters) {
        return handle.select("select " + COLUMNS + " from events " + rest, parameters).map(EventRows::event);
    }

    public static Optional<Event> byId(Handle handle, String roomId, String eventId) {
        return select(handle, "where event_id = ? and room_id = ?", eventId, roomId).findOne();
    }

    /** The newest state event of that type and key at or below a position. */
    public static Optional<Event> stateAt(Handle handle, String roomId, long position, String type, String stateKey) {
        return select(handle, "where room_id = ? and type = ? and state_key = ? and position <= ? "
                + "order by position desc limit 1", roomId, type, stateKey, position).findOne();
    }

    /** The whole state of a room as of a position, in the order it was set. */
    public static ResultIterable<Event> stateAt(Handle handle, String roomId, long position) {
        return stateBetween(handle, roomId, 0, position);
    }

    /** The state that was set after one position and up to another: of each type and key, the newest. */
    public static ResultIterable<Event> stateBetween(Handle handle, String roomId, long after, long upTo) {
        return handle.select("select * from (select distinct on (type, state_key) " + COLUMNS + " from events "
                + "where room_id = ? and state_key is not null and position > ? and position <= ? "
                + "order by type, state_key, position desc) as newest order by position", roomId, after, upTo)
                .map(EventRows::event);
    }

    /** The state each of these events replaced, by the position of the event. */
    public static Map<Long, Event> replacedBy(Handle handle, List<Event> events) {
        Long[] positions = events.stream().filter(Event::isState).map(Event::position).toArray(Long[]::new);
        Map<Long, Event> replaced = new HashMap<>();
        if (positions.length > 0) {
            handle.select("select e.position as later, p.* from events e cross join lateral (select " + COLUMNS
                            + " from events b where b.room_id = e.room_id and b.type = e.type "
                            + "and b.state_key = e.state_key and b.position < e.position "
                            + "order by b.position desc limit 1) p where e.position = any(?)", (Object) positions)
                    .map((row, context) -> Map.entry(row.getLong("later"), event(row, context)))
                    .forEach(entry -> replaced.put(entry.getKey(), entry.getValue()));
        }
        return replaced;
    }

    static Event event(ResultSet row, StatementContext context) throws SQLException {
        Optional<Event.Transaction> transaction = row.getString("txn_id") == null ? Optional.empty()
                : Optional.of(new Event.Transaction(row.getString("device_id"), row.getString("txn_id")));
        return new Event(row.getLong("position"), row.getString("event_id"), row.getString("room_id"),
                row.getString("type"), Optional.ofNullable(row.getString("state_key")), row.getString("sender"),
                Json.stored(row.getString("content")), row.getLong("origin_server_ts"),
                Optional.ofNullable(row.getString("redacts")), Optional.ofNullable(row.getString("redacted_by")),
                transaction);
    }
}
