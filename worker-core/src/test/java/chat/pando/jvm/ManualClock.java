package chat.pando.jvm;

import chat.pando.host.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A clock for tests that stands still until it is moved. What is due runs on the thread that moves it, in order of time.
 */
public final class ManualClock implements Clock {

    private final TreeMap<Due, Runnable> alarms = new TreeMap<>();
    private long now;
    private long set;

    public ManualClock(long now) {
        this.now = now;
    }

    @Override
    public synchronized long now() {
        return now;
    }

    @Override
    public synchronized Alarm after(long millis, Runnable action) {
        Due due = new Due(now + Math.max(0, millis), set++);
        alarms.put(due, action);
        return () -> {
            synchronized (this) {
                alarms.remove(due);
            }
        };
    }

    /** Moves on and runs what falls due on the way, each at its own time; also what that sets anew. */
    public void advance(long millis) {
        long end = now() + millis;
        for (Runnable action = next(end); action != null; action = next(end)) {
            action.run();
        }
        synchronized (this) {
            now = Math.max(now, end);
        }
    }

    /** Jumps on, as after a sleep of the computer: what has fallen due meanwhile runs once, and only now. */
    public void jump(long millis) {
        List<Runnable> due;
        synchronized (this) {
            now += millis;
            Map<Due, Runnable> passed = alarms.headMap(new Due(now, Long.MAX_VALUE), true);
            due = List.copyOf(passed.values());
            passed.clear();
        }
        due.forEach(Runnable::run);
    }

    /** How many alarms are set. */
    public synchronized int pending() {
        return alarms.size();
    }

    private synchronized Runnable next(long end) {
        Map.Entry<Due, Runnable> first = alarms.firstEntry();
        if (first == null || first.getKey().at() > end) {
            return null;
        }
        alarms.remove(first.getKey());
        now = Math.max(now, first.getKey().at());
        return first.getValue();
    }

    /** When an alarm is due; of two at one time the one that was set first. */
    private record Due(long at, long order) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }
}
