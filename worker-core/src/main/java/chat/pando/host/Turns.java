package chat.pando.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Turns at work of which only one may be under way: who asks first is first, and the work may block.
 *
 * <p>It stands in for {@code synchronized} wherever the work blocks: green threads that wait for a monitor are not all woken
 * when it becomes free. A thread whose turn it is may ask for a turn within it.
 */
public final class Turns {

    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private Thread holder;
    private int depth;

    /** Waits for the caller's turn, and does the work in it. */
    public <T> T take(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    /** Waits for the caller's turn, and does the work in it. */
    public void take(Runnable work) {
        take(() -> {
            work.run();
            return work;
        });
    }

    private void begin() {
        Waiter me = new Waiter(Thread.currentThread(), new Signal());
        synchronized (this) {
            if (holder == null || holder == me.thread()) {
                holder = me.thread();
                depth++;
                return;
            }
            waiting.add(me);
        }
        me.turn().await();
    }

    /** Hands the turn on, so that nobody can slip in between. */
    private synchronized void end() {
        depth--;
        if (depth > 0) {
            return;
        }
        Waiter next = waiting.poll();
        holder = next == null ? null : next.thread();
        if (next != null) {
            depth = 1;
            next.turn().raise();
        }
    }

    private record Waiter(Thread thread, Signal turn) {}
}
