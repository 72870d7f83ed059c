package chat.pando.channel.pace;

import java.util.List;

/**
 * That the server refused a message as too much.
 *
 * @param grant the permission that it was sent under
 * @param slot  the time from which the server will take the next one, by what it said
 * @param later what was let go later, as far as it isn't refused: the server counts it after this
 * @param heard how many of these have got through
 * @param next  the number of the next grant
 */
record Refused(Grant grant, long slot, List<Grant> later, int heard, long next) {

    /** When the next one is due by all that is known by now. */
    long nextSlot(long interval, int burst) {
        long due = slot;
        for (Grant grant : later) {
            due = Limited.due(due, grant.at(), interval, burst) + interval;
        }
        return due;
    }
}
