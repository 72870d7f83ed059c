package chat.pando.channel.order;

/**
 * When sync messages are due.
 *
 * @param acknowledge when what was read is acknowledged
 * @param repeats     how often it is acknowledged once more after that, as nobody may ask about it any more
 * @param announce    when what isn't acknowledged is announced
 * @param announced   how often it was
 */
record Schedule(long acknowledge, int repeats, long announce, int announced) {

    static final long NEVER = Long.MAX_VALUE;
    static final Schedule NOTHING = new Schedule(NEVER, 0, NEVER, 0);

    Schedule acknowledgeBy(long time) {
        return new Schedule(Math.min(acknowledge, time), repeats, announce, announced);
    }

    Schedule acknowledged() {
        return new Schedule(NEVER, repeats, announce, announced);
    }

    Schedule repeating(int times) {
        return new Schedule(acknowledge, times, announce, announced);
    }

    Schedule announceAt(long time, int before) {
        return new Schedule(acknowledge, repeats, time, before);
    }
}
