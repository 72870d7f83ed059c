package chat.pando.lab.sim.browser;

import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.lab.sim.time.Process;
import chat.pando.lab.sim.time.Scheduler;
import java.util.Random;

/** The time as a core sees it. */
final class CoreTime implements Clock {

    private final Process process;
    private final Scheduler scheduler;
    private final Random random;

    CoreTime(Process process, Scheduler scheduler, Random random) {
        this.process = process;
        this.scheduler = scheduler;
        this.random = random;
    }

    @Override
    public long now() {
        process.touch();
        return scheduler.now();
    }

    /** Signals set an alarm for each bounded wait, so one that was taken back must cost nothing but its place. */
    @Override
    public Alarm after(long millis, Runnable action) {
        process.touch();
        boolean[] due = {true};
        scheduler.after(millis, () -> {
            if (due[0]) {
                process.start(action);
            }
        });
        return () -> due[0] = false;
    }

    /** Lets the calling thread of the core wait a little, as it does for a promise: so others can come in between. */
    void nap(int mostMillis) {
        process.touch();
        int millis = random.nextInt(mostMillis + 1);
        if (millis > 0) {
            Signal over = new Signal();
            scheduler.after(millis, over::raise);
            over.await();
        }
        process.touch();
    }
}
