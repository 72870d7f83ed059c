package chat.pando.tab.model;

import chat.pando.protocol.TimelineItem;
import java.util.Collection;
import java.util.HashMap;
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
    private static String place(TimelineItem item) {
        return item.order() + '\0' + item.key();
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The entries in order, the earliest first. */
    public Collection<TimelineItem> items() {
        return byPlace.values();
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
