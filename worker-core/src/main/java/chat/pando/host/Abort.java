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

    /** Runs the action when this is aborted: at once if it was. Whoever no longer cares ends the listening. */
    public Listening onAbort(Runnable action) {
        synchronized (listeners) {
            if (!aborted) {
                listeners.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> forget(action);
    }

    private void forget(Runnable action) {
        synchronized (listeners) {
            listeners.remove(action);
        }
    }

    /** An action that waits for an abort: ended, so that one switch can serve many calls and keep none of them. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {

        @Override
        void close();
    }
}
