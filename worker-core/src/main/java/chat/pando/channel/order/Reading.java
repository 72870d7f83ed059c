package chat.pando.channel.order;

import chat.pando.channel.ack.Ranges;

/**
 * What is known of the messages of one device.
 *
 * @param floor what has a greater number is wanted; {@link #UNKNOWN} as long as the device itself hasn't said anything
 * @param heard the greatest number that anybody has told of
 * @param have  those that are in the log
 * @param given those that are shown as gaps: nothing waits for them any more
 * @param lost  those that nobody is asked for any more
 */
record Reading(long floor, long heard, Ranges have, Ranges given, Ranges lost) {

    static final long UNKNOWN = -1;
    static final Reading NOTHING = new Reading(UNKNOWN, 0, Ranges.NONE, Ranges.NONE, Ranges.NONE);

    boolean isKnown() {
        return floor != UNKNOWN;
    }

    /** From now on what has a greater number is wanted, and what was wanted before. */
    Reading from(long wanted) {
        return new Reading(isKnown() ? Math.min(floor, wanted) : wanted, Math.max(heard, wanted), have, given, lost);
    }

    Reading heardOf(long number) {
        return number <= heard ? this : new Reading(floor, number, have, given, lost);
    }

    Reading with(long number) {
        return new Reading(
                floor, Math.max(heard, number), have.with(number), given.without(number), lost.without(number));
    }

    Reading giving(Ranges up) {
        return new Reading(floor, heard, have, given.with(up), lost);
    }

    Reading losing(long number) {
        return new Reading(floor, heard, have, given.with(number), lost.with(number));
    }

    Reading losingNothing() {
        return new Reading(floor, heard, have, given, Ranges.NONE);
    }

    /** Those of them that a message has to wait for. */
    Ranges unmet(Ranges causes) {
        return isKnown() ? causes.above(floor).without(have).without(given) : Ranges.NONE;
    }

    /** Those that are wanted and not there. */
    Ranges missing() {
        return isKnown() ? Ranges.of(floor + 1, heard).without(have).without(lost) : Ranges.NONE;
    }
}
