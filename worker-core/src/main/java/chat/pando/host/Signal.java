package chat.pando.host;

/** A wake-up call that is kept until somebody takes it: one thread waits, any thread raises it. */
public final class Signal {

    private boolean raised;

    public synchronized void raise() {
        raised = true;
        notifyAll();
    }

    /** Waits until the signal is raised, and takes it. */
    public synchronized void await() {
        while (!raised) {
            pause();
        }
        raised = false;
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

    private synchronized boolean awaitUntil(Deadline deadline) {
        while (!raised && !deadline.over) {
            pause();
        }
        boolean taken = raised;
        raised = false;
        return taken;
    }

    private synchronized void expire(Deadline deadline) {
        deadline.over = true;
        notifyAll();
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
