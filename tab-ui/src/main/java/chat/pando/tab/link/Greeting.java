package chat.pando.tab.link;

/** The hello that waits for its answer: the only thing between tab and core that has a time limit. */
final class Greeting {

    static final int FIRST_LIMIT_MS = 3_000;
    private static final int LAST_LIMIT_MS = 30_000;
    private static final int MOST_DOUBLINGS = 5;

    private final Timers timers;
    private final Runnable unanswered;
    private Timers.Cancel limit = () -> {};
    private boolean awaited;
    private int attempts;

    /** @param unanswered what to do when no answer came in time */
    Greeting(Timers timers, Runnable unanswered) {
        this.timers = timers;
        this.unanswered = unanswered;
    }

    /** A hello was said where another one may wait: that one's limit holds, or impatience would only prolong it. */
    void said() {
        if (!awaited) {
            begin();
        }
    }

    /** A hello is said on a new line. */
    void begin() {
        awaited = true;
        limit.cancel();
        limit = timers.after(limitMs(), () -> {
            attempts++;
            unanswered.run();
        });
    }

    private int limitMs() {
        return Math.min(LAST_LIMIT_MS, FIRST_LIMIT_MS << Math.min(attempts, MOST_DOUBLINGS));
    }

    /** It was answered. */
    void answered() {
        drop();
        attempts = 0;
    }

    /** Nobody waits for the answer any more. */
    void drop() {
        awaited = false;
        limit.cancel();
    }

    /** The next try comes as soon as the first. */
    void hurry() {
        attempts = 0;
    }

    boolean isAwaited() {
        return awaited;
    }
}
