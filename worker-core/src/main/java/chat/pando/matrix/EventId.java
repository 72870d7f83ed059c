package chat.pando.matrix;

import java.util.Optional;

/** An event id, {@code $opaque} (spec, appendix "Event IDs"); in the first room versions with a server name. */
public record EventId(String value) implements Comparable<EventId> {

    public EventId {
        if (!isEventId(value)) {
            throw new IllegalArgumentException("not an event id");
        }
    }

    public static Optional<EventId> parse(String text) {
        return isEventId(text) ? Optional.of(new EventId(text)) : Optional.empty();
    }

    private static boolean isEventId(String text) {
        return text.length() > 1 && text.chars().noneMatch(c -> c <= ' ') && text.startsWith("$");
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    /** Without the id, which logs never hold. */
    @Override
    public String toString() {
        return "EventId";
    }
}
