package chat.pando.matrix;

import java.util.Optional;

/** A room id, {@code !opaque:server}, or from room version 12 on {@code !opaque} (spec, appendix "Room IDs"). */
public record RoomId(String value) implements Comparable<RoomId> {

    public RoomId {
        if (!isRoomId(value)) {
            throw new IllegalArgumentException("not a room id");
        }
    }

    public static Optional<RoomId> parse(String text) {
        return isRoomId(text) ? Optional.of(new RoomId(text)) : Optional.empty();
    }

    private static boolean isRoomId(String text) {
        return text.length() > 1 && text.chars().noneMatch(c -> c <= ' ') && text.startsWith("!");
    }

    @Override
    public int compareTo(RoomId other) {
        return value.compareTo(other.value);
    }

    /** Without the id, which logs never hold. */
    @Override
    public String toString() {
        return "RoomId";
    }
}
