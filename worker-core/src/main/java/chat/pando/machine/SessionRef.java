package chat.pando.machine;

import chat.pando.matrix.RoomId;
import java.util.Objects;

/** A Megolm session's name: its room and its id. */
public record SessionRef(RoomId room, String sessionId) {

    public SessionRef {
        Objects.requireNonNull(room);
        Objects.requireNonNull(sessionId);
    }

    /** Without the ids, which logs never hold. */
    @Override
    public String toString() {
        return "SessionRef";
    }
}
