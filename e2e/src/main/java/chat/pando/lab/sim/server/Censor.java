package chat.pando.lab.sim.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a hostile homeserver keeps from whom: the next messages of somebody, until it gives them out after all. */
public final class Censor {

    private final Map<String, Integer> next = new HashMap<>();
    /** By user: the events that /sync and history don't show. */
    private final Map<String, Set<String>> hidden = new HashMap<>();
    /** By user: the events that are shown to them out of turn. */
    private final Map<String, List<Room.Event>> late = new LinkedHashMap<>();
    private boolean thorough;

    /** The next messages of all others are not shown to this user in /sync and history. */
    public void hideNext(int count, String from) {
        next.put(from, count);
    }

    /** Whether who asks for a hidden event by its id is refused, too. */
    public void denyEverything(boolean all) {
        thorough = all;
    }

    /** What was hidden from this user is shown in the next answer, behind what came meanwhile. */
    void release(String user, Room room) {
        Set<String> withheld = hidden.getOrDefault(user, Set.of());
        List<Room.Event> out = late.computeIfAbsent(user, same -> new ArrayList<>());
        room.events.stream().filter(event -> withheld.contains(event.eventId())).forEach(out::add);
        hidden.remove(user);
    }

    void sent(Room.Event event, String sender, Set<String> members) {
        for (String user : members) {
            int left = next.getOrDefault(user, 0);
            if (left > 0 && !user.equals(sender)) {
                next.put(user, left - 1);
                hidden.computeIfAbsent(user, same -> new HashSet<>()).add(event.eventId());
            }
        }
    }

    boolean hides(Room.Event event, String user) {
        return hidden.getOrDefault(user, Set.of()).contains(event.eventId());
    }

    boolean denies(Room.Event event, String user) {
        return thorough && hides(event, user);
    }

    /** What this user is shown out of turn, once. */
    List<Room.Event> late(String user) {
        List<Room.Event> out = late.remove(user);
        return out == null ? List.of() : out;
    }
}
