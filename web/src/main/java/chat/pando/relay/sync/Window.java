package chat.pando.relay.sync;

import chat.pando.relay.ids.Requester;
import org.jdbi.v3.core.Handle;

/** What one answer covers: the log after one position and up to another, on one snapshot of the database. */
record Window(Handle handle, SyncRequest request, long after, long upTo) {

    Requester who() {
        return request.who();
    }

    String userId() {
        return request.who().userId();
    }

    SyncFilter filter() {
        return request.filter();
    }

    /** Whether a position is news to the client. */
    boolean covers(long position) {
        return position > after && position <= upTo;
    }
}
