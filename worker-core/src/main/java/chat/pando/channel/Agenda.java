package chat.pando.channel;

import chat.pando.host.Signal;
import chat.pando.matrix.RoomId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When something is due in which room. It only says when to look: what is due, the stored channels know, so nothing is
 * lost with it.
 */
public final class Agenda {

    private final Map<RoomId, Long> due = new LinkedHashMap<>();
    private final Signal wake;

    /** @param wake raised when something is due earlier than before */
    Agenda(Signal wake) {
        this.wake = wake;
    }

    /** A room's entry. */
    public record Entry(RoomId room, long at) {}

    /** Something is due in the room at this time, and nothing before. */
    public synchronized void put(RoomId room, long at) {
        Long before = at == Long.MAX_VALUE ? due.remove(room) : due.put(room, at);
        if (before == null ? at != Long.MAX_VALUE : at < before) {
            wake.raise();
        }
    }

    /** The room to look at first; empty where there is none. */
    public synchronized Optional<Entry> next() {
        return due.entrySet().stream()
                .min(Comparator.comparingLong(Map.Entry::getValue))
                .map(entry -> new Entry(entry.getKey(), entry.getValue()));
    }

    /** The room is being looked at. */
    public synchronized void take(RoomId room) {
        due.remove(room);
    }

    /** The rooms in which anything is due at any time. */
    public synchronized Set<RoomId> rooms() {
        Set<RoomId> rooms = new TreeSet<>(Comparator.comparing(RoomId::value));
        rooms.addAll(due.keySet());
        return rooms;
    }

    public Signal wake() {
        return wake;
    }
}
