package chat.pando.lab.sim.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Decides who runs: one thread at a time, until it waits, in an order that the seed chooses.
 *
 * <p>Events are things that happen without blocking: an answer arrives, a timer ends. They run on the stack of whoever
 * has just begun to wait, so most cost no switch between threads. Time passes only when no thread can run.
 */
public final class Scheduler {

    private final Random random;
    private final Trace trace;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<SteppedThread> ready = new ArrayList<>();
    private final Deque<SteppedThread> idle = new ArrayDeque<>();
    private final Baton driver = new Baton();
    private long now;
    private long until;
    private long order;
    private int threads;
    private Optional<RuntimeException> fault = Optional.empty();
    private volatile boolean closed;

    public Scheduler(Random random, Trace trace, long start) {
        this.random = random;
        this.trace = trace;
        this.now = start;
    }

    /** Something that is due. */
    private record Event(long at, long order, Runnable action) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    public long now() {
        return now;
    }

    /** Lets something happen so much later. It must not block. */
    public void after(long millis, Runnable action) {
        events.add(new Event(now + Math.max(0, millis), order++, action));
    }

    /** Lets everybody run until so much time has passed. To be called by the one thread that drives the simulation. */
    public void run(long millis) {
        until = now + millis;
        Optional<SteppedThread> next = next();
        if (next.isPresent()) {
            next.get().baton().handOver();
            driver.await();
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
        now = until;
    }

    /** Ends the threads; all processes must be dead and have been run since. */
    public void close() {
        closed = true;
        idle.forEach(thread -> thread.baton().handOver());
    }

    boolean closed() {
        return closed;
    }

    void start(Process process, Runnable action) {
        SteppedThread thread = idle.isEmpty() ? newThread() : idle.pop();
        thread.assign(process, action);
        ready.add(thread);
    }

    private SteppedThread newThread() {
        SteppedThread thread = new SteppedThread(this, threads++);
        thread.start();
        return thread;
    }

    /** Makes a thread that waits able to run. */
    void wake(SteppedThread thread) {
        if (thread.paused()) {
            thread.setPaused(false);
            ready.add(thread);
        }
    }

    /** A thread that could run but whose process stood still. */
    void ready(SteppedThread thread) {
        ready.add(thread);
    }

    /** The calling thread waits until it is woken and its turn has come. */
    void pause(SteppedThread me) {
        me.setPaused(true);
        handOn(me);
    }

    /** The calling thread has nothing to do until it is assigned something and its turn has come. */
    void idle(SteppedThread me) {
        idle.push(me);
        handOn(me);
    }

    private void handOn(SteppedThread me) {
        Optional<SteppedThread> next = next();
        if (next.isPresent() && next.get() == me) {
            return;
        }
        next.map(SteppedThread::baton).orElse(driver).handOver();
        me.baton().await();
    }

    /** Who runs next; empty where the time is up. */
    private Optional<SteppedThread> next() {
        while (true) {
            while (!ready.isEmpty()) {
                SteppedThread chosen = take();
                if (!chosen.heldBack()) {
                    trace.add(chosen.number());
                    return Optional.of(chosen);
                }
                chosen.holdBack();
            }
            Event event = events.peek();
            if (event == null || event.at() > until) {
                return Optional.empty();
            }
            events.poll();
            now = Math.max(now, event.at());
            if (!happen(event)) {
                return Optional.empty();
            }
        }
    }

    /** A fault of the simulation itself is the driver's to hear of, not that of the thread on whose stack it happens. */
    private boolean happen(Event event) {
        try {
            event.action().run();
            return true;
        } catch (RuntimeException broken) {
            fault = Optional.of(broken);
            return false;
        }
    }

    /** Any of those that can run: the last takes the place of the chosen one. */
    private SteppedThread take() {
        int index = ready.size() == 1 ? 0 : random.nextInt(ready.size());
        SteppedThread chosen = ready.get(index);
        SteppedThread last = ready.remove(ready.size() - 1);
        if (last != chosen) {
            ready.set(index, last);
        }
        return chosen;
    }
}
