package chat.pando.host;

import java.util.List;
import java.util.function.Supplier;

/** Threads: green ones in a browser, real ones on the JVM. */
public interface Tasks {

    /** Runs the action on a thread of its own. An exception that escapes it goes to the platform's error log. */
    void start(String name, Runnable action);

    /**
     * Runs all at once and waits for all; the results are in the order of the tasks. This is how many WebCrypto
     * operations are kept in flight.
     *
     * <p>Where any of them throws an unchecked exception, the first such in order is thrown, after all have ended.
     */
    <T> List<T> all(List<Supplier<T>> tasks);
}
