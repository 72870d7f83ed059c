package chat.pando.machine;

/** How long to wait after failures in a row: twice as long each time, up to a bound. */
record Backoff(long firstMillis, long mostMillis) {

    private static final long MAX_DOUBLINGS = 30;

    long after(long failures) {
        return Math.min(mostMillis, firstMillis << Math.min(Math.max(0, failures), MAX_DOUBLINGS));
    }

    /** Whether the wait is over; one that is longer than any is the trace of a clock that was wrong. */
    boolean isOver(long now, long until) {
        return now >= until || until - now > mostMillis;
    }
}
