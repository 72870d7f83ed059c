package chat.pando.relay.sync;

import chat.pando.relay.ids.Requester;
import chat.pando.relay.log.Cursor;
import java.time.Duration;
import java.util.Optional;

/** What one {@code GET sync} asks: everything, or what is new since a cursor, waiting for it at most so long. */
public record SyncRequest(Requester who, Optional<Cursor> since, boolean fullState, Duration timeout,
                          SyncFilter filter) {

    /** Where the log is read from. */
    long after() {
        return since.map(Cursor::position).orElse(0L);
    }

    boolean isInitial() {
        return since.isEmpty();
    }
}
