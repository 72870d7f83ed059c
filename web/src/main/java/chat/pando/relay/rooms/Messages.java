package chat.pando.relay.rooms;

import chat.pando.relay.db.Database;
import chat.pando.relay.events.Event;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Json;
import chat.pando.relay.log.Cursor;
import chat.pando.relay.log.Log;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** Paging through a room's history (Client-Server API, "GET messages"). */
public final class Messages {

    private final Database database;
    private final ClientEvents clientEvents;
    private final String epoch;

    public Messages(Database database, ClientEvents clientEvents, String epoch) {
        this.database = database;
        this.clientEvents = clientEvents;
        this.epoch = epoch;
    }

    public ObjectNode page(Requester who, String roomId, boolean backwards, Optional<Cursor> from,
                           Optional<Cursor> until, int limit, EventFilter filter) {
        return database.read(handle -> {
            Access access = Access.toRead(handle, roomId, who.userId());
            long newest = Math.min(access.upTo(), Log.end(handle));
            long start = Math.min(newest, from.map(Cursor::position).orElse(backwards ? newest : 0));
            Visibility visibility = Visibility.of(handle, roomId, who.userId());
            History history = new History(handle, roomId, visibility, filter);
            History.Page page = backwards
                    ? history.before(start + 1, until.map(Cursor::position).orElse(0L), limit)
                    : history.after(start, until.map(Cursor::position).map(to -> Math.min(to, newest)).orElse(newest),
                            limit);
            return answer(handle, who, visibility, page, start, backwards);
        });
    }

    private ObjectNode answer(Handle handle, Requester who, Visibility visibility, History.Page page, long start,
                              boolean backwards) {
        List<Event> events = page.events();
        ObjectNode answer = Json.object().put("start", new Cursor(epoch, start).toString());
        answer.set("chunk", clientEvents.full(handle, events, who, visibility));
        if (page.hasMore() && !events.isEmpty()) {
            long last = events.get(events.size() - 1).position();
            answer.put("end", new Cursor(epoch, backwards ? last - 1 : last).toString());
        }
        return answer;
    }
}
