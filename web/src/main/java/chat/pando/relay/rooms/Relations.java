package chat.pando.relay.rooms;

import chat.pando.relay.db.Database;
import chat.pando.relay.events.Event;
import chat.pando.relay.events.EventRows;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.log.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** Events that relate to others: replies in threads, edits, reactions ("Forming relationships between events"). */
public final class Relations {

    private final Database database;
    private final ClientEvents clientEvents;
    private final String epoch;

    public Relations(Database database, ClientEvents clientEvents, String epoch) {
        this.database = database;
        this.clientEvents = clientEvents;
        this.epoch = epoch;
    }

    /** The events that relate to one event, by a type of relation and of event if such are given. */
    public ObjectNode of(Requester who, String roomId, String eventId, Optional<String> relType,
                         Optional<String> eventType, Page page) {
        return database.read(handle -> {
            Access access = Access.toRead(handle, roomId, who.userId());
            Visibility visibility = Visibility.of(handle, roomId, who.userId());
            EventRows.byId(handle, roomId, eventId).filter(visibility::canSee)
                    .orElseThrow(() -> MatrixError.notFound("Event not found"));
            List<Event> related = EventRows.select(handle, "where room_id = ? and relates_to = ? and position > ? "
                    + "and position < ? and (cast(? as text) is null or rel_type = ?) "
                    + "and (cast(? as text) is null or type = ?) order by position "
                    + (page.backwards() ? "desc" : "asc"), roomId, eventId, page.above(),
                    Math.min(page.below(), access.upTo()), relType.orElse(null), relType.orElse(null),
                    eventType.orElse(null), eventType.orElse(null)).filter(visibility::canSee).list();
            List<Event> shown = related.stream().limit(page.limit()).toList();
            ObjectNode answer = Json.object();
            answer.set("chunk", clientEvents.full(handle, shown, who, visibility));
            page.from().ifPresent(from -> answer.put("prev_batch", from.toString()));
            if (related.size() > shown.size()) {
                long last = shown.get(shown.size() - 1).position();
                answer.put("next_batch", new Cursor(epoch, page.backwards() ? last - 1 : last).toString());
            }
            return answer;
        });
    }

    /** The events that threads hang on, the thread with the newest reply first. */
    public ObjectNode threads(Requester who, String roomId, boolean onlyOwn, Page page) {
        return database.read(handle -> {
            Access.toRead(handle, roomId, who.userId());
            Visibility visibility = Visibility.of(handle, roomId, who.userId());
            List<Thread> threads = threads(handle, who, roomId, onlyOwn, page);
            List<Event> roots = new ArrayList<>();
            threads.stream().limit(page.limit()).forEach(thread -> EventRows.byId(handle, roomId, thread.root())
                    .filter(visibility::canSee).ifPresent(roots::add));
            ObjectNode answer = Json.object();
            answer.set("chunk", clientEvents.full(handle, roots, who, visibility));
            if (threads.size() > page.limit()) {
                answer.put("next_batch", new Cursor(epoch, threads.get(page.limit() - 1).latest() - 1).toString());
            }
            return answer;
        });
    }

    private static List<Thread> threads(Handle handle, Requester who, String roomId, boolean onlyOwn, Page page) {
        return handle.select("select relates_to, max(position) from events where room_id = ? "
                        + "and rel_type = 'm.thread' and relates_to is not null group by relates_to "
                        + "having max(position) < ? and (not ? or bool_or(sender = ?)) "
                        + "order by max(position) desc limit ?", roomId, page.below(), onlyOwn, who.userId(), page.limit() + 1)
                .map((row, context) -> new Thread(row.getString(1), row.getLong(2))).list();
    }

    private record Thread(String root, long latest) {
    }

    /** Which part of the relations is asked for, and in which direction. */
    public record Page(boolean backwards, Optional<Cursor> from, Optional<Cursor> to, int limit) {

        long above() {
            return (backwards ? to : from).map(Cursor::position).orElse(0L);
        }

        /** The first position that is out of the page. */
        long below() {
            return (backwards ? from : to).map(cursor -> cursor.position() + 1).orElse(Long.MAX_VALUE);
        }
    }
}
