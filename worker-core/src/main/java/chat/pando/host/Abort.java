package chat.pando.host;

import java.util.ArrayList;
import java.util.List;

/** A switch that ends a blocking call early: thrown once, and thrown for good. */
public final class Abort {

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean aborted;

    /** Ends whatever listens, now and later. */
    public void abort() {
        List<Runnable> toRun;
        synchronized (listeners) {
            if (aborted) {
                return;
            }
            aborted = true;
            toRun = List.copyOf(listeners);
            listeners.clear();
        }
        toRun.forEach(Runnable::run);
    }

    public boolean aborted() {
        synchronized (listeners) {
            return aborted;
        }
    }

    /** Runs the action when this is aborted: at once if it was. */
    public void onAbort(Runnable action) {
        synchronized (listeners) {
            if (!aborted) {
                listeners.add(action);
                return;
            }
        }
        action.run();
    }
}
