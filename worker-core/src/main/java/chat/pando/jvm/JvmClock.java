package chat.pando.jvm;

import chat.pando.host.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's time. */
public final class JvmClock implements Clock {

    private final ScheduledThreadPoolExecutor timer;

    public JvmClock() {
        timer = new ScheduledThreadPoolExecutor(1, action -> DaemonThreads.named("pando-clock", action));
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long now() {
        return System.currentTimeMillis();
    }

    @Override
    public Alarm after(long millis, Runnable action) {
        ScheduledFuture<?> due = timer.schedule(
                () -> DaemonThreads.named("pando-alarm", action).start(), millis, TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }
}
