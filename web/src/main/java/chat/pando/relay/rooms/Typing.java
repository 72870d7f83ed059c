package chat.pando.relay.rooms;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.Json;
import chat.pando.relay.log.Kind;
import chat.pando.relay.log.Log;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is typing where; it ends by itself after a while. */
public final class Typing {

    private static final long LONGEST_MILLIS = 120_000;
    private static final long DEFAULT_MILLIS = 30_000;

    private final Database database;
    private final ScheduledExecutorService scheduler;
    private final Clock clock;

    public Typing(Database database, ScheduledExecutorService scheduler, Clock clock) {
        this.database = database;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public void start(String userId, String roomId, long requestedMillis) {
        long millis = requestedMillis <= 0 ? DEFAULT_MILLIS : Math.min(LONGEST_MILLIS, requestedMillis);
        database.change(handle -> {
            Access.requireJoined(handle, roomId, userId);
            Log.append(handle, roomId, Kind.TYPING);
            handle.execute("insert into typing (room_id, user_id, expires_at) values (?, ?, ?) "
                            + "on conflict (room_id, user_id) do update set expires_at = excluded.expires_at", roomId,
                    userId, clock.millis() + millis);
        });
        scheduler.schedule(this::expire, millis + 1, TimeUnit.MILLISECONDS);
    }

    public void stop(String userId, String roomId) {
        database.change(handle -> {
            Access.requireJoined(handle, roomId, userId);
            Log.append(handle, roomId, Kind.TYPING);
            handle.execute("delete from typing where room_id = ? and user_id = ?", roomId, userId);
        });
    }

    /** Ends what is overdue, also what another instance that is gone should have ended. */
    void expire() {
        long now = clock.millis();
        database.change(handle -> {
            for (String roomId : handle.select("select distinct room_id from typing where expires_at <= ?", now)
                    .mapTo(String.class).list()) {
                Log.append(handle, roomId, Kind.TYPING);
                handle.execute("delete from typing where room_id = ? and expires_at <= ?", roomId, now);
            }
        });
    }

    /** The present typists as an {@code m.typing} event's content. */
    public static ObjectNode now(Handle handle, String roomId, long now) {
        ArrayNode users = Json.array();
        handle.select("select user_id from typing where room_id = ? and expires_at > ? order by user_id", roomId, now)
                .mapTo(String.class).forEach(users::add);
        return Json.object().set("user_ids", users);
    }
}
