package chat.pando.channel.order;

/**
 * How long what takes, in milliseconds.
 *
 * @param patience      how long a message waits for its causes at most
 * @param acknowledge   after how long what was read is acknowledged in a quiet room, and by how much that may vary
 * @param announce      after how long a message that isn't acknowledged is announced, and by how much that may vary;
 *                      each further announcement takes twice as long
 * @param announcements how many follow each other before the other device has to be heard of again
 * @param lookUp        how long after the first look at the homeserver the second follows; each further one takes twice
 *                      as long
 * @param least         T_min of SDS-R: how long a missing message isn't asked for at least
 * @param most          T_max of SDS-R: how long at most; also how long an answer takes at most
 * @param requests      how often a missing message is asked for
 * @param cap           what no delay exceeds but for its variation
 */
public record Timing(
        long patience,
        long acknowledge,
        long announce,
        int announcements,
        long lookUp,
        long least,
        long most,
        int requests,
        long cap) {

    /** SDS-R's own times, for a channel with people in it. */
    public static final Timing USUAL =
            new Timing(20_000, 1_500, 5_000, 12, 2_000, 30_000, 120_000, 8, 600_000);

    /** A delay that doubles with each attempt. */
    long doubled(long first, int attempt) {
        return Math.min(cap, first << Math.min(attempt, Short.SIZE));
    }
}
