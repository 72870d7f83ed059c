package chat.pando.lab.sim.browser;

import chat.pando.host.Signal;
import chat.pando.host.Tasks;
import chat.pando.lab.sim.time.Process;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A core's threads. */
final class CoreTasks implements Tasks {

    /** How many threads work on the tasks of one call, its caller included. */
    private static final int AT_ONCE = 3;

    private final Process process;

    CoreTasks(Process process) {
        this.process = process;
    }

    @Override
    public void start(String name, Runnable action) {
        process.touch();
        process.start(action);
    }

    @Override
    public <T> List<T> all(List<Supplier<T>> tasks) {
        process.touch();
        Batch<T> batch = new Batch<>(tasks);
        for (int i = 1; i < Math.min(AT_ONCE, tasks.size()); i++) {
            process.start(batch);
        }
        return batch.results();
    }

    /** The tasks of one call, which its threads take one by one. */
    private static final class Batch<T> implements Runnable {

        private final List<Supplier<T>> tasks;
        private final List<T> results;
        private final List<Throwable> failures;
        private final Signal finished = new Signal();
        private int next;
        private int unfinished;

        Batch(List<Supplier<T>> tasks) {
            this.tasks = tasks;
            results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
            failures = new ArrayList<>(Collections.nCopies(tasks.size(), null));
            unfinished = tasks.size();
        }

        @Override
        public void run() {
            while (next < tasks.size()) {
                int index = next++;
                try {
                    results.set(index, tasks.get(index).get());
                } catch (RuntimeException | Error failure) {
                    failures.set(index, failure);
                }
                if (--unfinished == 0) {
                    finished.raise();
                }
            }
        }

        List<T> results() {
            run();
            if (unfinished > 0) {
                finished.await();
            }
            for (Throwable failure : failures) {
                if (failure instanceof Error error) {
                    throw error;
                }
                if (failure instanceof RuntimeException exception) {
                    throw exception;
                }
            }
            return results;
        }
    }
}
