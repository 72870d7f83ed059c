package chat.pando.tab.model;

import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.RoomSummary.Membership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rooms of an account: invitations first, then by last activity. */
public final class RoomList {

    private static final Comparator<RoomSummary> ORDER = Comparator
            .comparing((RoomSummary room) -> room.membership() == Membership.INVITE ? 0 : 1)
            .thenComparing(RoomSummary::lastActivity, Comparator.reverseOrder())
            .thenComparing(RoomSummary::name)
            .thenComparing(RoomSummary::id);

    private static final int HINT_LENGTH = 6;

    private final Map<String, RoomSummary> byId = new HashMap<>();

    RoomList(List<RoomSummary> rooms) {
        rooms.forEach(this::put);
    }

    void put(RoomSummary room) {
        byId.put(room.id(), room);
    }

    void remove(String id) {
        byId.remove(id);
    }

    public Optional<RoomSummary> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Messages that wait to be read, in all rooms. */
    public int unread() {
        return byId.values().stream().mapToInt(RoomSummary::unread).sum();
    }

    /** The rooms in order; where several have one name, each with a hint that tells them apart. */
    public List<RoomEntry> entries() {
        List<RoomSummary> sorted = new ArrayList<>(byId.values());
        sorted.sort(ORDER);
        Map<String, Integer> namesakes = new HashMap<>();
        sorted.forEach(room -> namesakes.merge(room.name(), 1, Integer::sum));
        List<RoomEntry> entries = new ArrayList<>(sorted.size());
        for (RoomSummary room : sorted) {
            boolean ambiguous = namesakes.get(room.name()) > 1;
            entries.add(new RoomEntry(room, ambiguous ? Optional.of(hint(room)) : Optional.empty()));
        }
        return entries;
    }

    private static String hint(RoomSummary room) {
        String id = room.id().startsWith("!") ? room.id().substring(1) : room.id();
        String people = Words.members(room.memberCount());
        return people + ", id " + id.substring(0, Math.min(HINT_LENGTH, id.length()));
    }
}
