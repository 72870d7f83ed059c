package chat.pando.relay.log;

import org.jdbi.v3.core.Handle;

/**
 * The one log that every change appends to, inside the change's own transaction.
 *
 * <p>A sequence hands out positions before their transaction commits, so a reader that takes the highest visible
 * position as "read up to here" could pass one that becomes visible later, and lose it. Therefore a writer takes an
 * advisory lock before its first position and holds it until its commit is visible: positions become visible in their
 * order, and the highest visible one has nothing unseen below it. The price is that commits stand in a queue, which
 * PostgreSQL's NOTIFY makes them do anyway.
 *
 * <p>A transaction takes this lock after the lock of its room and before it writes any row, so that two transactions
 * never wait for each other.
 */
public final class Log {

    /** The channel whose notifications say "there is something new"; they carry nothing, the log is the truth. */
    public static final String CHANNEL = "pando_log";

    private static final long LOCK = 0x70616e646f6c6f67L;

    private Log() {
    }

    /** Appends a change of that kind to a room's (!…) or a user's (@…) topic and returns its position. */
    public static long append(Handle handle, String topic, Kind kind) {
        handle.select("select 1 from (select pg_advisory_xact_lock(?), pg_notify(?, '')) as queued", LOCK, CHANNEL)
                .mapTo(Integer.class).one();
        return handle.select("insert into log (topic, kind) values (?, ?) returning position", topic, kind.name())
                .mapTo(Long.class).one();
    }

    /** The highest position of this snapshot; everything at or below it is visible in it. */
    public static long end(Handle handle) {
        return handle.select("select coalesce(max(position), 0) from log").mapTo(Long.class).one();
    }
}
