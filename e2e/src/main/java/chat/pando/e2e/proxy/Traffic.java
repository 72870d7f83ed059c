package chat.pando.e2e.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The record: every request in the order in which it came. */
public final class Traffic {

    private final List<Exchange> exchanges = new ArrayList<>();

    synchronized Exchange begin(WireRequest request, String device) {
        Exchange exchange = new Exchange(exchanges.size() + 1, request, device, System.nanoTime());
        exchanges.add(exchange);
        notifyAll();
        return exchange;
    }

    /** Something about an exchange changed. */
    synchronized void changed() {
        notifyAll();
    }

    public synchronized List<Exchange> all() {
        return List.copyOf(exchanges);
    }

    /** What has come after the first {@code count}. */
    public synchronized List<Exchange> from(int count) {
        return List.copyOf(exchanges.subList(count, exchanges.size()));
    }

    public List<Exchange> matching(Predicate<Exchange> which) {
        return all().stream().filter(which).toList();
    }

    public long count(Predicate<Exchange> which) {
        return all().stream().filter(which).count();
    }

    /** Waits until the record holds {@code count} such exchanges. */
    public synchronized void await(Predicate<Exchange> which, long count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (exchanges.stream().filter(which).count() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Fewer than " + count + " such requests within 60 s");
            }
            wait(left);
        }
    }
}
