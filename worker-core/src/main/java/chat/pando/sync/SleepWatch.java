package chat.pando.sync;

import chat.pando.host.Clock;
import chat.pando.host.Signal;

/**
 * The worker that notices that the computer has slept: the clock is further on than was waited for.
 *
 * <p>Timers may stand still meanwhile, and connections die without a word, so after that everything is tried at once.
 */
public final class SleepWatch implements Runnable {

    private static final long TICK_MILLIS = 10_000;
    /** A busy machine is late by less. */
    private static final long LATE_MILLIS = 30_000;

    private final Clock clock;
    private final Supervisor supervisor;
    private final Signal wake = new Signal();

    public SleepWatch(Clock clock, Supervisor supervisor) {
        this.clock = clock;
        this.supervisor = supervisor;
    }

    /** The account may have ended. */
    public void wake() {
        wake.raise();
    }

    /** Runs until the link is over. */
    @Override
    public void run() {
        while (!supervisor.link().over()) {
            long before = clock.now();
            wake.await(clock, TICK_MILLIS);
            if (clock.now() - before > TICK_MILLIS + LATE_MILLIS) {
                supervisor.tryNow();
            }
        }
    }
}
