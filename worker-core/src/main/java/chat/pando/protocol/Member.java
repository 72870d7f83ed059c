package chat.pando.protocol;

import java.util.Optional;

/** Somebody in a room, or invited to it. */
public record Member(String userId, Optional<String> displayName, boolean invited, int powerLevel) {

    @Override
    public String toString() {
        return "Member[invited=" + invited + "]";
    }
}
