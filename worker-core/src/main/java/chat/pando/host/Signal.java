package chat.pando.host;

import java.util.Optional;

/** A wake-up call that is kept until somebody takes it: one thread waits, any thread raises it. */
public final class Signal {

    private boolean raised;
    /** The thread of a simulation that waits here, which no monitor wakes. */
    private Optional<Stepped> waiting = Optional.empty();

    public synchronized void raise() {
        raised = true;
        wake();
    }

    /** Waits until the signal is raised, and takes it. */
    public void await() {
        awaitUntil(new Deadline());
    }

    /**
     * Waits until the signal is raised, but no longer than this.
     *
     * @return whether it was raised
     */
    public boolean await(Clock clock, long millis) {
        Deadline deadline = new Deadline();
        Clock.Alarm alarm = clock.after(millis, () -> expire(deadline));
        try {
            return awaitUntil(deadline);
        } finally {
            alarm.cancel();
        }
    }

    private boolean awaitUntil(Deadline deadline) {
        if (Thread.currentThread() instanceof Stepped me) {
            while (mustWait(deadline, me)) {
                me.pause();
            }
        }
        return takeUntil(deadline);
    }

    private synchronized boolean mustWait(Deadline deadline, Stepped thread) {
        waiting = Optional.of(thread);
        return !raised && !deadline.over;
    }

    private synchronized boolean takeUntil(Deadline deadline) {
        while (!raised && !deadline.over) {
            pause();
        }
        boolean taken = raised;
        raised = false;
        waiting = Optional.empty();
        return taken;
    }

    private synchronized void expire(Deadline deadline) {
        deadline.over = true;
        wake();
    }

    /** The caller holds this object's monitor. */
    private void wake() {
        notifyAll();
        waiting.ifPresent(Stepped::goOn);
    }

    /** The caller holds this object's monitor. */
    private void pause() {
        try {
            wait();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("the core's threads are never interrupted", interrupted);
        }
    }

    private static final class Deadline {

        private boolean over;
    }
}
