package chat.pando.relay.rooms;

import chat.pando.relay.events.Event;
import chat.pando.relay.events.EventRows;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Which events of a room a user may see (Client-Server API, "Room history visibility"). */
public final class Visibility {

    private static final String SHARED = "shared";
    private static final List<String> KNOWN = List.of("world_readable", SHARED, "invited", "joined");

    private final NavigableMap<Long, String> visibilities = new TreeMap<>();
    private final NavigableMap<Long, String> memberships = new TreeMap<>();
    private final long lastJoin;

    private Visibility(Handle handle, String roomId, String userId) {
        EventRows.select(handle, "where room_id = ? and type = ? and state_key = ''", roomId, Event.HISTORY_VISIBILITY)
                .forEach(event -> visibilities.put(event.position(), of(event)));
        handle.select("select position, membership from events where room_id = ? and type = 'm.room.member' "
                + "and state_key = ?", roomId, userId)
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(change -> memberships.put(change.getKey(), change.getValue()));
        lastJoin = memberships.descendingMap().entrySet().stream().filter(change -> change.getValue().equals("join"))
                .map(Map.Entry::getKey).findFirst().orElse(-1L);
    }

    public static Visibility of(Handle handle, String roomId, String userId) {
        return new Visibility(handle, roomId, userId);
    }

    /** The user's membership as an event left it, for the event's {@code unsigned.membership}. */
    public String membershipAt(long position) {
        return latest(memberships, position, "leave");
    }

    public boolean canSee(Event event) {
        long position = event.position();
        // Around a change of the visibility or of the user's own membership, the more generous side counts.
        return canSee(position, latest(visibilities, position, SHARED), membershipAt(position))
                || memberships.containsKey(position) && canSee(position, latest(visibilities, position, SHARED),
                        membershipAt(position - 1))
                || visibilities.containsKey(position) && canSee(position, latest(visibilities, position - 1, SHARED),
                        membershipAt(position));
    }

    private boolean canSee(long position, String visibility, String membership) {
        if (membership.equals("join") || visibility.equals("world_readable")) {
            return true;
        }
        return switch (visibility) {
            case SHARED -> lastJoin > position;
            case "invited" -> membership.equals("invite") && lastJoin > position;
            default -> false;
        };
    }

    private static String latest(NavigableMap<Long, String> changes, long position, String otherwise) {
        Map.Entry<Long, String> change = changes.floorEntry(position);
        return change == null ? otherwise : change.getValue();
    }

    private static String of(Event event) {
        String value = event.content().path("history_visibility").asString(SHARED);
        return KNOWN.contains(value) ? value : SHARED;
    }
}
