package chat.pando.relay.sync;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** A user's newest membership in a room, and its place in the log. */
record Member(String roomId, String membership, long position) {

    boolean isJoined() {
        return membership.equals("join");
    }

    /** The memberships a sync has to do with; a forgotten room only until its leaving was told. */
    static List<Member> of(Handle handle, SyncRequest request) {
        return handle.select("select room_id, membership, position from memberships where user_id = ? "
                        + "and (not forgotten or position > ?) order by room_id", request.who().userId(),
                        request.isInitial() ? Long.MAX_VALUE : request.after())
                .map((row, context) -> new Member(row.getString(1), row.getString(2), row.getLong(3))).list();
    }
}
