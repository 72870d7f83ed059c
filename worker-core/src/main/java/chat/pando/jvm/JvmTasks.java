package chat.pando.jvm;

import chat.pando.host.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Daemon threads. What escapes a started action goes to the thread's uncaught-exception handler. */
public final class JvmTasks implements Tasks {

    /** How many threads one call of {@link #all} uses beside its caller. */
    private static final int HELPERS = 64;

    private final ExecutorService helpers =
            Executors.newCachedThreadPool(task -> DaemonThreads.named("pando-task", task));

    @Override
    public void start(String name, Runnable action) {
        DaemonThreads.named(name, action).start();
    }

    @Override
    public <T> List<T> all(List<Supplier<T>> tasks) {
        Batch<T> batch = new Batch<>(tasks);
        for (int i = 0; i < Math.min(HELPERS, tasks.size() - 1); i++) {
            helpers.execute(batch);
        }
        // The caller works as well: so nested calls always make progress.
        batch.run();
        return batch.results();
    }

    /** The tasks of one call, which several threads take one by one. */
    private static final class Batch<T> implements Runnable {

        private final List<Supplier<T>> tasks;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<T> results;
        private final AtomicReferenceArray<Throwable> failures;
        private final CountDownLatch running;

        Batch(List<Supplier<T>> tasks) {
            this.tasks = tasks;
            results = new AtomicReferenceArray<>(tasks.size());
            failures = new AtomicReferenceArray<>(tasks.size());
            running = new CountDownLatch(tasks.size());
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                try {
                    results.set(i, tasks.get(i).get());
                } catch (RuntimeException | Error failure) {
                    failures.set(i, failure);
                } finally {
                    running.countDown();
                }
            }
        }

        List<T> results() {
            awaitAll();
            List<T> inOrder = new ArrayList<>(tasks.size());
            for (int i = 0; i < tasks.size(); i++) {
                Throwable failure = failures.get(i);
                if (failure instanceof Error error) {
                    throw error;
                } else if (failure instanceof RuntimeException exception) {
                    throw exception;
                }
                inOrder.add(results.get(i));
            }
            return inOrder;
        }

        private void awaitAll() {
            try {
                running.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while tasks were running", interrupted);
            }
        }
    }
}
