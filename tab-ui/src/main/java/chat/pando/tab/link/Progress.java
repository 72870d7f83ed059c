package chat.pando.tab.link;

import java.util.function.LongConsumer;

/**
 * How far the tab is in the core's numbers.
 *
 * <p>It says so once for all that arrives in one go, and after that was shown: so the core learns what this tab can
 * take, and a burst costs one message back.
 */
final class Progress {

    private final Timers timers;
    private final LongConsumer seen;
    private long sequence;
    private boolean due;

    /** @param seen tells the core */
    Progress(Timers timers, LongConsumer seen) {
        this.timers = timers;
        this.seen = seen;
    }

    /** A snapshot starts the numbers over. */
    void startAt(long snapshot) {
        reached(snapshot);
    }

    boolean isPast(long update) {
        return update <= sequence;
    }

    boolean isNext(long update) {
        return update == sequence + 1;
    }

    void reached(long number) {
        sequence = number;
        if (!due) {
            due = true;
            timers.after(0, () -> {
                due = false;
                seen.accept(sequence);
            });
        }
    }
}
