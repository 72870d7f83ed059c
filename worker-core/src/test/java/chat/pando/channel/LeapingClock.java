package chat.pando.channel;

import chat.pando.host.Clock;
import chat.pando.jvm.ManualClock;

/**
 * A clock on which whoever waits has waited at once.
 *
 * @param before what happens while somebody waits
 */
record LeapingClock(ManualClock clock, Runnable before) implements Clock {

    @Override
    public long now() {
        return clock.now();
    }

    @Override
    public Alarm after(long millis, Runnable action) {
        before.run();
        Alarm alarm = clock.after(millis, action);
        clock.advance(millis);
        return alarm;
    }
}
