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

    /** Runs the action once, as soon as nobody holds the lock: its holder is gone. The lock is not kept. */
    void whenFree(String name, Runnable action);

    /** A lock that is ours until closed. */
    interface Held extends AutoCloseable {

        @Override
        void close();
    }
}
