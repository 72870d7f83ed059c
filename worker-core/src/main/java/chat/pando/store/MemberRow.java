package chat.pando.store;

import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Optional;

/** Somebody's membership of a room. Who left has no row. */
public record MemberRow(RoomId room, UserId user, boolean invited, Optional<String> displayName) {

    @Override
    public String toString() {
        return "MemberRow";
    }
}
