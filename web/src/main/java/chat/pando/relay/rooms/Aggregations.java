package chat.pando.relay.rooms;

import chat.pando.relay.events.Event;
import chat.pando.relay.events.EventRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What is told together with an event about those that relate to it: its newest edit, and its thread. */
final class Aggregations {

    private final Map<String, Map<String, Summary>> byEvent;

    private Aggregations(Map<String, Map<String, Summary>> byEvent) {
        this.byEvent = byEvent;
    }

    static Aggregations of(Handle handle, Collection<Event> events, String viewer) {
        String[] ids = events.stream().map(Event::id).toArray(String[]::new);
        String[] rooms = events.stream().map(Event::roomId).distinct().toArray(String[]::new);
        List<Row> rows = handle.select("select r.relates_to, r.rel_type, count(*), max(r.position), "
                        + "bool_or(r.sender = ?) from events r join events o on o.event_id = r.relates_to "
                        + "where r.room_id = any(?) and r.relates_to = any(?) and (r.rel_type = 'm.thread' "
                        + "or r.rel_type = 'm.replace' and r.sender = o.sender and r.type = o.type) "
                        + "group by r.relates_to, r.rel_type", viewer, rooms, ids)
                .map((row, context) -> new Row(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4),
                        row.getBoolean(5))).list();
        if (rows.isEmpty()) {
            return new Aggregations(Map.of());
        }
        Long[] latest = rows.stream().map(Row::latest).toArray(Long[]::new);
        Map<Long, Event> found = EventRows.select(handle, "where position = any(?)", (Object) latest).stream()
                .collect(Collectors.toMap(Event::position, Function.identity()));
        Map<String, Map<String, Summary>> byEvent = new HashMap<>();
        rows.forEach(row -> byEvent.computeIfAbsent(row.relatesTo(), id -> new HashMap<>()).put(row.relType(),
                new Summary(found.get(row.latest()), row.count(), row.isParticipant())));
        return new Aggregations(byEvent);
    }

    /** By type of relation. */
    Map<String, Summary> of(Event event) {
        return byEvent.getOrDefault(event.id(), Map.of());
    }

    /** The newest related event, how many there are, and whether the viewer sent one of them. */
    record Summary(Event latest, long count, boolean isParticipant) {
    }

    private record Row(String relatesTo, String relType, long count, long latest, boolean isParticipant) {
    }
}
