package chat.pando.host;

import java.util.Optional;

/**
 * Named exclusive locks between everything of one origin (Web Locks; on the JVM, of one process).
 *
 * <p>A lock says who should write; it is no fence (a browser may drop it): the epoch in the database is the fence.
 */
public interface Locks {

    /** Waits until the lock is ours, however long that takes. */
    Held acquire(String name);

    /** The lock, if it is free now. */
    Optional<Held> tryAcquire(String name);

    /**
     * Takes the lock from whoever holds it, before all who wait for it. The former holder learns of it by
     * {@link Held#onLost}, which a frozen one does late: so this is a last resort, and the fence must hold without it.
     */
    Held steal(String name);

    /** Runs the action once, as soon as nobody holds the lock: its holder is gone. The lock is not kept. */
    void whenFree(String name, Runnable action);

    /** A lock that is ours until closed, or until it is taken from us. */
    interface Held extends AutoCloseable {

        /**
         * Runs the action, on a thread of its own, when the lock is taken from us: at once if it was. One at a time.
         * It does not run after a close.
         */
        void onLost(Runnable action);

        @Override
        void close();
    }
}
