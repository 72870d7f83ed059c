package chat.pando.relay.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The state of a room in the database, read piece by piece as it is asked for. */
public final class StoredState implements RoomState {

    private final Handle handle;
    private final String roomId;
    private final long position;
    private final Map<String, Optional<Event>> known = new HashMap<>();

    private StoredState(Handle handle, String roomId, long position) {
        this.handle = handle;
        this.roomId = roomId;
        this.position = position;
    }

    public static StoredState now(Handle handle, String roomId) {
        return new StoredState(handle, roomId, Long.MAX_VALUE);
    }

    public static StoredState at(Handle handle, String roomId, long position) {
        return new StoredState(handle, roomId, position);
    }

    @Override
    public Optional<Event> get(String type, String stateKey) {
        return known.computeIfAbsent(type + '\0' + stateKey,
                key -> EventRows.stateAt(handle, roomId, position, type, stateKey));
    }
}
