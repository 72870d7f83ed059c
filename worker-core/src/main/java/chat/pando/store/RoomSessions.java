package chat.pando.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The Megolm sessions with which we write to one room.
 *
 * @param current the one in use; empty where the next message needs a new one
 * @param recent  the ids of the last few, the current one included, newest first
 * @param owing   the ids of those of them whose key could not be sent yet to every device that is entitled to it
 */
public record RoomSessions(Optional<OutboundRoomKey> current, List<String> recent, Set<String> owing) {

    public static final RoomSessions NONE = new RoomSessions(Optional.empty(), List.of(), Set.of());

    public RoomSessions {
        Objects.requireNonNull(current);
        recent = List.copyOf(recent);
        owing = Collections.unmodifiableSet(new LinkedHashSet<>(owing));
    }

    /** These, with the current session in a later state. */
    public RoomSessions with(OutboundRoomKey key) {
        return new RoomSessions(Optional.of(key), recent, owing);
    }

    /** These, with a new current session. */
    public RoomSessions begun(OutboundRoomKey key) {
        List<String> ids = new ArrayList<>(recent);
        ids.add(0, key.session().id());
        return new RoomSessions(Optional.of(key), ids, owing);
    }

    /** These, without a current session. */
    public RoomSessions ended() {
        return new RoomSessions(Optional.empty(), recent, owing);
    }

    public RoomSessions withOwing(String sessionId, boolean isOwing) {
        Set<String> next = new LinkedHashSet<>(owing);
        if (isOwing) {
            next.add(sessionId);
        } else {
            next.remove(sessionId);
        }
        return new RoomSessions(current, recent, next);
    }

    /** These, without that session, which is not the current one. */
    public RoomSessions without(String sessionId) {
        List<String> ids = new ArrayList<>(recent);
        ids.remove(sessionId);
        return new RoomSessions(current, ids, owing).withOwing(sessionId, false);
    }
}
