package chat.pando.lab.sim.time;

import java.util.concurrent.locks.LockSupport;

/** The right of one thread to run, which another hands to it. */
final class Baton {

    private volatile Thread owner;
    private volatile boolean here;

    /** Called by the thread that is to run: waits until the baton is handed to it. */
    void await() {
        owner = Thread.currentThread();
        while (!here) {
            LockSupport.park(this);
        }
        here = false;
    }

    /** Called by the thread that has run until now. */
    void handOver() {
        here = true;
        Thread waiting = owner;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }
}
