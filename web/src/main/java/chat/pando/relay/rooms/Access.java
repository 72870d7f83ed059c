package chat.pando.relay.rooms;

import chat.pando.relay.events.StoredState;
import chat.pando.relay.json.MatrixError;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far into a room somebody may look: as it is now, as it was when they left, or not at all. */
record Access(String roomId, String membership, long upTo) {

    private static final String NOT_IN_ROOM = "You are not in this room";

    /** For those who are in the room. */
    static void requireJoined(Handle handle, String roomId, String userId) {
        if (!membership(handle, roomId, userId).map(Access::membership).filter("join"::equals).isPresent()) {
            throw MatrixError.forbidden(NOT_IN_ROOM);
        }
    }

    /** For those who are in the room, were in it, or may look because everybody may. */
    static Access toRead(Handle handle, String roomId, String userId) {
        Optional<Access> member = membership(handle, roomId, userId);
        if (member.isPresent() && member.get().membership().equals("join")) {
            return new Access(roomId, "join", Long.MAX_VALUE);
        }
        if (isWorldReadable(handle, roomId)) {
            return new Access(roomId, "leave", Long.MAX_VALUE);
        }
        return member.filter(found -> !found.membership().equals("invite"))
                .filter(found -> wasJoined(handle, roomId, userId))
                .orElseThrow(() -> MatrixError.forbidden(NOT_IN_ROOM));
    }

    private static Optional<Access> membership(Handle handle, String roomId, String userId) {
        return handle.select("select membership, position from memberships where room_id = ? and user_id = ? "
                        + "and not forgotten", roomId, userId)
                .map((row, context) -> new Access(roomId, row.getString(1), row.getLong(2))).findOne();
    }

    private static boolean wasJoined(Handle handle, String roomId, String userId) {
        return handle.select("select 1 from events where room_id = ? and type = 'm.room.member' and state_key = ? "
                + "and membership = 'join' limit 1", roomId, userId).mapTo(Integer.class).findOne().isPresent();
    }

    private static boolean isWorldReadable(Handle handle, String roomId) {
        return StoredState.now(handle, roomId).get("m.room.history_visibility", "")
                .filter(event -> event.content().path("history_visibility").asString("").equals("world_readable"))
                .isPresent();
    }
}
