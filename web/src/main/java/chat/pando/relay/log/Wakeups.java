package chat.pando.relay.log;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Who on this instance waits for changes to which topics. */
public final class Wakeups {

    private final Map<String, Set<Waiter>> byTopic = new ConcurrentHashMap<>();

    /** Starts waiting. Look at the log once more afterwards: what came before this is not signalled. */
    public Waiter await(Collection<String> topics) {
        Waiter waiter = new Waiter(Set.copyOf(topics));
        for (String topic : waiter.topics) {
            byTopic.compute(topic, (name, present) -> {
                Set<Waiter> waiters = present == null ? ConcurrentHashMap.newKeySet() : present;
                waiters.add(waiter);
                return waiters;
            });
        }
        return waiter;
    }

    /** Wakes everyone who waits for one of these topics. */
    public void wake(Collection<String> topics) {
        Set<Waiter> woken = new HashSet<>();
        for (String topic : topics) {
            woken.addAll(byTopic.getOrDefault(topic, Set.of()));
        }
        woken.forEach(waiter -> waiter.signal.complete(true));
    }

    /** Wakes everyone, for when it is unknown what was missed. */
    public void wakeAll() {
        wake(Set.copyOf(byTopic.keySet()));
    }

    /** One wait; its signal completes with true at the first change, or with whatever else ends the wait. */
    public final class Waiter implements AutoCloseable {

        private final Set<String> topics;
        private final CompletableFuture<Boolean> signal = new CompletableFuture<>();

        private Waiter(Set<String> topics) {
            this.topics = topics;
        }

        public CompletableFuture<Boolean> signal() {
            return signal;
        }

        @Override
        public void close() {
            for (String topic : topics) {
                byTopic.computeIfPresent(topic, (name, waiters) -> {
                    waiters.remove(this);
                    return waiters.isEmpty() ? null : waiters;
                });
            }
        }
    }
}
