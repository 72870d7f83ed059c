package chat.pando.relay.rooms;

import chat.pando.relay.events.Event;
import chat.pando.relay.events.EventRows;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A room's events one after the other, as far as a user may see them and a filter wants them. */
public final class History {

    private static final int BATCH = 100;

    private final Handle handle;
    private final String roomId;
    private final Visibility visibility;
    private final EventFilter filter;

    public History(Handle handle, String roomId, Visibility visibility, EventFilter filter) {
        this.handle = handle;
        this.roomId = roomId;
        this.visibility = visibility;
        this.filter = filter;
    }

    /** Newest first: below one position and above another. */
    public Page before(long below, long above, int limit) {
        return page("position < ? and position > ?", "desc", below, above, limit);
    }

    /** Oldest first: above one position and up to another. */
    public Page after(long above, long upTo, int limit) {
        return page("position > ? and position <= ?", "asc", above, upTo, limit);
    }

    private Page page(String range, String order, long from, long to, int limit) {
        List<Event> events = new ArrayList<>();
        long next = from;
        while (events.size() < limit) {
            List<Event> batch = EventRows.select(handle, "where room_id = ? and " + range
                    + " order by position " + order + " limit ?", roomId, next, to, BATCH).list();
            for (Event event : batch) {
                next = event.position();
                if (take(event, events, limit)) {
                    break;
                }
            }
            if (batch.size() < BATCH && events.size() < limit) {
                return new Page(events, false);
            }
        }
        return new Page(events, exists(range, next, to));
    }

    private boolean take(Event event, List<Event> events, int limit) {
        if (filter.wants(event) && visibility.canSee(event)) {
            events.add(event);
        }
        return events.size() == limit;
    }

    private boolean exists(String range, long from, long to) {
        return handle.select("select 1 from events where room_id = ? and " + range + " limit 1", roomId, from, to)
                .mapTo(Integer.class).findOne().isPresent();
    }

    /** Some events, and whether there are more beyond them. */
    public record Page(List<Event> events, boolean hasMore) {
    }
}
