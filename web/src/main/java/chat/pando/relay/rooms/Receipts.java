package chat.pando.relay.rooms;

import chat.pando.relay.accounts.AccountData;
import chat.pando.relay.db.Database;
import chat.pando.relay.events.EventRows;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.log.Kind;
import chat.pando.relay.log.Log;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** How far users have read (Client-Server API, "Receipts" and "Fully read markers"). */
public final class Receipts {

    public static final String READ = "m.read";
    public static final String READ_PRIVATE = "m.read.private";
    public static final String FULLY_READ = "m.fully_read";

    private final Database database;
    private final Clock clock;

    public Receipts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Says that a user has read up to an event; a receipt for an event before the present one changes nothing. */
    public void mark(String userId, String roomId, String type, String eventId, Optional<String> threadId) {
        database.change(handle -> {
            Access.requireJoined(handle, roomId, userId);
            if (type.equals(FULLY_READ)) {
                AccountData.set(handle, userId, roomId, FULLY_READ, Json.object().put("event_id", eventId));
                return;
            }
            if (!type.equals(READ) && !type.equals(READ_PRIVATE)) {
                throw MatrixError.invalidParam("Unknown receipt type");
            }
            set(handle, userId, roomId, type, eventId, threadId.orElse(""));
        });
    }

    private void set(Handle handle, String userId, String roomId, String type, String eventId, String threadId) {
        long position = EventRows.byId(handle, roomId, eventId)
                .orElseThrow(() -> MatrixError.notFound("Event not found")).position();
        long present = handle.select("select e.position from receipts r join events e using (event_id) "
                        + "where r.room_id = ? and r.type = ? and r.user_id = ? and r.thread_id = ?", roomId, type,
                userId, threadId).mapTo(Long.class).findOne().orElse(-1L);
        if (position <= present) {
            return;
        }
        long at = Log.append(handle, type.equals(READ) ? roomId : userId, Kind.RECEIPT);
        handle.execute("insert into receipts (room_id, type, user_id, thread_id, event_id, ts, position) "
                        + "values (?, ?, ?, ?, ?, ?, ?) on conflict (room_id, type, user_id, thread_id) do update set "
                        + "event_id = excluded.event_id, ts = excluded.ts, position = excluded.position",
                roomId, type, userId, threadId, eventId, clock.millis(), at);
    }

    /** The receipts after one position and up to another, as an {@code m.receipt} event's content. */
    public static ObjectNode between(Handle handle, String reader, String roomId, long after, long upTo) {
        ObjectNode content = Json.object();
        handle.select("select event_id, type, user_id, thread_id, ts from receipts where room_id = ? and position > ? "
                        + "and position <= ? and (type = 'm.read' or user_id = ?) order by position",
                        roomId, after, upTo, reader)
                .map((row, context) -> {
                    ObjectNode receipt = content.withObjectProperty(row.getString(1))
                            .withObjectProperty(row.getString(2)).putObject(row.getString(3)).put("ts", row.getLong(5));
                    if (!row.getString(4).isEmpty()) {
                        receipt.put("thread_id", row.getString(4));
                    }
                    return receipt;
                }).list();
        return content;
    }
}
