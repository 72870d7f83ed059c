package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Objects;

/**
 * What somebody says in a room to those who are there now: it is shown at once or never, and nobody keeps it.
 *
 * @param kind what kind of thing it is, so that it can be given to whoever handles that
 */
public record Ephemeral(RoomId room, UserId from, String kind, JsonObject content) {

    public Ephemeral {
        Objects.requireNonNull(room);
        Objects.requireNonNull(from);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(content);
    }

    /** Without names and content. */
    @Override
    public String toString() {
        return "Ephemeral";
    }
}
