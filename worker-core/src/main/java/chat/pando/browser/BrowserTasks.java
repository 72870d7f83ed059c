package chat.pando.browser;

import chat.pando.host.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.function.JSConsumer;

/** Green threads. */
public final class BrowserTasks implements Tasks {

    /** How many threads one call of {@link #all} uses, its caller included: as many operations can be in flight. */
    private static final int IN_FLIGHT = 128;

    @Override
    public void start(String name, Runnable action) {
        GreenThreads.start(name, action);
    }

    @Override
    public <T> List<T> all(List<Supplier<T>> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        return new Batch<>(tasks).run();
    }

    /** The tasks of one call, which its threads take one by one; the caller's thread is one of them. */
    private static final class Batch<T> {

        private final List<Supplier<T>> tasks;
        private final List<T> results;
        private final List<Throwable> failures;
        private int next;
        private int unfinished;
        private JSConsumer<JSUndefined> onFinished;

        Batch(List<Supplier<T>> tasks) {
            this.tasks = tasks;
            results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
            failures = new ArrayList<>(Collections.nCopies(tasks.size(), null));
            unfinished = tasks.size();
        }

        List<T> run() {
            for (int i = 1; i < Math.min(IN_FLIGHT, tasks.size()); i++) {
                new Thread(this::takeTurns).start();
            }
            takeTurns();
            if (unfinished > 0) {
                new JSPromise<JSUndefined>((resolve, reject) -> onFinished = resolve).await();
            }
            failures.forEach(Batch::rethrow);
            return results;
        }

        private void takeTurns() {
            while (next < tasks.size()) {
                int index = next++;
                try {
                    results.set(index, tasks.get(index).get());
                } catch (RuntimeException | Error failure) {
                    failures.set(index, failure);
                }
                finishOne();
            }
        }

        private void finishOne() {
            unfinished--;
            if (unfinished == 0 && onFinished != null) {
                onFinished.accept(JSUndefined.instance());
            }
        }

        private static void rethrow(Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
