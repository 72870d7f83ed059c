package chat.pando.tab.model;

import chat.pando.protocol.TimelineItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The loaded entries of a room, each key once, in their order. */
public final class Timeline {

    private final Map<String, TimelineItem> byKey = new HashMap<>();
    private final TreeMap<String, TimelineItem> byPlace = new TreeMap<>();

    /** Adds entries; one whose key is already there replaces the earlier and moves to its new place. */
    void put(List<TimelineItem> items) {
        for (TimelineItem item : items) {
            TimelineItem earlier = byKey.put(item.key(), item);
            if (earlier != null) {
                byPlace.remove(place(earlier));
            }
            byPlace.put(place(item), item);
        }
    }

    void remove(List<String> keys) {
        for (String key : keys) {
            TimelineItem gone = byKey.remove(key);
            if (gone != null) {
                byPlace.remove(place(gone));
            }
        }
    }

    /** The key behind the order keeps two entries apart, should they ever claim one place. */
    static String place(TimelineItem item) {
        return item.order() + '\0' + item.key();
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The entries in order, the earliest first. */
    public Collection<TimelineItem> items() {
        return byPlace.values();
    }

    /** At most so many of the latest entries, in order. */
    List<TimelineItem> latest(int most) {
        return firstOf(byPlace.descendingMap(), most, true);
    }

    /** At most so many entries, from this place on, in order. */
    List<TimelineItem> from(String place, int most) {
        return firstOf(byPlace.tailMap(place, true), most, false);
    }

    /** At most so many entries that stand right before this place, in order. */
    List<TimelineItem> before(String place, int most) {
        return firstOf(byPlace.headMap(place, false).descendingMap(), most, true);
    }

    private static List<TimelineItem> firstOf(Map<String, TimelineItem> entries, int most, boolean turned) {
        List<TimelineItem> first = new ArrayList<>(Math.min(most, 64));
        Iterator<TimelineItem> rest = entries.values().iterator();
        while (first.size() < most && rest.hasNext()) {
            first.add(rest.next());
        }
        if (turned) {
            Collections.reverse(first);
        }
        return first;
    }

    /** How many of these failed. */
    public int failed() {
        return (int) byKey.values().stream()
                .filter(item -> item.state() == TimelineItem.State.FAILED)
                .count();
    }

    /** The event of the latest entry that the server has. */
    public Optional<String> latestEvent() {
        for (TimelineItem item : byPlace.descendingMap().values()) {
            if (item.eventId().isPresent()) {
                return item.eventId();
            }
        }
        return Optional.empty();
    }
}
