package chat.pando.tab.model;

import chat.pando.protocol.RoomSummary;
import java.util.Optional;

/**
 * A room in the list of rooms.
 *
 * @param hint tells it apart from another room of the same name, where there is one
 */
public record RoomEntry(RoomSummary room, Optional<String> hint) {

    public boolean isInvitation() {
        return room.membership() == RoomSummary.Membership.INVITE;
    }
}
