package chat.pando.lab.channel;

import chat.pando.host.Clock;
import chat.pando.jvm.JvmClock;

/** A clock on which everything that waits waits a tenth as long. */
final class HurriedClock implements Clock {

    private static final int HURRY = 10;

    private final JvmClock clock = new JvmClock();
    private final long start = clock.now();

    @Override
    public long now() {
        return start + (clock.now() - start) * HURRY;
    }

    @Override
    public Alarm after(long millis, Runnable action) {
        return clock.after(millis / HURRY, action);
    }
}
