package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Optional;

/**
 * A room as this account knows it.
 *
 * @param inviter who invited the person, where the membership is INVITE
 * @param state   the contents of those state events with an empty state key that Pando uses, by type
 * @param name    its display name, computed
 * @param joined  how many people are in it
 * @param invited how many are invited to it
 */
public record RoomRow(
        RoomId id,
        Membership membership,
        Optional<UserId> inviter,
        JsonObject state,
        String name,
        int joined,
        int invited,
        TimelineEnds ends,
        RoomDigest digest,
        Reading reading) {

    /** The person's own membership. */
    public enum Membership {
        JOIN,
        INVITE,
        /** Left, or removed by somebody; the history is kept, the room is not shown. */
        LEAVE
    }

    /** A room that was not known before. */
    public static RoomRow fresh(RoomId id) {
        return new RoomRow(
                id,
                Membership.LEAVE,
                Optional.empty(),
                JsonObject.EMPTY,
                "",
                0,
                0,
                TimelineEnds.EMPTY,
                RoomDigest.NONE,
                Reading.NONE);
    }

    /** Whether messages are encrypted: once on, it never goes off (spec, section "m.room.encryption"). */
    public boolean encrypted() {
        return state.has("m.room.encryption");
    }

    public RoomRow withMembership(Membership now, Optional<UserId> by) {
        return new RoomRow(id, now, by, state, name, joined, invited, ends, digest, reading);
    }

    public RoomRow withState(JsonObject now) {
        return new RoomRow(id, membership, inviter, now, name, joined, invited, ends, digest, reading);
    }

    public RoomRow withName(String now) {
        return new RoomRow(id, membership, inviter, state, now, joined, invited, ends, digest, reading);
    }

    public RoomRow withCounts(int nowJoined, int nowInvited) {
        return new RoomRow(id, membership, inviter, state, name, nowJoined, nowInvited, ends, digest, reading);
    }

    public RoomRow withEnds(TimelineEnds now) {
        return new RoomRow(id, membership, inviter, state, name, joined, invited, now, digest, reading);
    }

    public RoomRow withDigest(RoomDigest now) {
        return new RoomRow(id, membership, inviter, state, name, joined, invited, ends, now, reading);
    }

    public RoomRow withReading(Reading now) {
        return new RoomRow(id, membership, inviter, state, name, joined, invited, ends, digest, now);
    }

    @Override
    public String toString() {
        return "RoomRow[" + membership + "]";
    }
}
