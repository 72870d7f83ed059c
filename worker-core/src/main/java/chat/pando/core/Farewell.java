package chat.pando.core;

import chat.pando.host.Clock;
import chat.pando.host.Signal;
import java.util.HashSet;
import java.util.Set;

/**
 * The tabs that a core has met, until each has said goodbye: a core that leaves waits for them to go where it sends them.
 *
 * <p>Its liveness lock must not be free before. A browser grants locks and delivers messages in no common order: a tab
 * that is granted the lock before it reads where to go takes the core for dead and starts it again, which undoes the
 * hand-over. Nor may a core leave before it has met the tab that has started it: that tab would start it again, and again.
 * Nothing else waits for the tabs: the accounts have been given up by then.
 */
final class Farewell {

    /** How long tabs that hang keep a leaving core: it does nothing meanwhile, and so costs little. */
    static final long PATIENCE_MILLIS = 5_000;

    private final Set<Tab> present = new HashSet<>();
    private final Signal changed = new Signal();
    private boolean anybodyCame;
    private boolean over;

    /** A tab has connected. */
    void arrived(Tab tab) {
        synchronized (present) {
            present.add(tab);
            anybodyCame = true;
        }
    }

    /** A tab has said goodbye, or is gone. */
    void left(Tab tab) {
        synchronized (present) {
            present.remove(tab);
        }
        changed.raise();
    }

    /** Waits until tabs have come and all have left, or have had their time. */
    void await(Clock clock) {
        Clock.Alarm limit = clock.after(PATIENCE_MILLIS, this::expire);
        while (isAwaitingAnybody()) {
            changed.await();
        }
        limit.cancel();
    }

    private void expire() {
        synchronized (present) {
            over = true;
        }
        changed.raise();
    }

    private boolean isAwaitingAnybody() {
        synchronized (present) {
            return !over && !(anybodyCame && present.isEmpty());
        }
    }
}
