package chat.pando.protocol;

import java.util.Optional;

/**
 * A room as the list of rooms shows it.
 *
 * @param name         computed as the spec says (section "Calculating the display name for a room"); never empty
 * @param inviter      who invites, where {@code membership} is INVITE
 * @param lastActivity origin_server_ts of the last message, ms since the epoch; orders the list
 * @param preview      the last message in one line, empty where there is none yet
 * @param unread       messages of others since the person's read marker
 */
public record RoomSummary(
        String id,
        String name,
        Membership membership,
        boolean encrypted,
        Optional<String> inviter,
        long lastActivity,
        String preview,
        int unread,
        int memberCount) {

    @Override
    public String toString() {
        return "RoomSummary[" + id + ", " + membership + ", unread=" + unread + "]";
    }

    /** The person's own membership, of those that are listed. */
    public enum Membership {
        JOIN,
        INVITE
    }
}
