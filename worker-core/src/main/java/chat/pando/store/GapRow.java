package chat.pando.store;

import chat.pando.matrix.RoomId;

/**
 * A stretch of events that the server skipped and that is still to be fetched.
 *
 * @param stretch the stretch that begins after the gap
 * @param from    from where the server gives what comes before what was fetched so far
 * @param first   the position of the oldest event after the gap
 */
public record GapRow(RoomId room, long stretch, String from, Position first) {}
