package chat.pando.jvm;

import chat.pando.host.Locks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Locks between everything that shares this object, which stands for one origin. Requests are granted in order. */
public final class JvmLocks implements Locks {

    /** The locks that are held; a name that is missing is free. */
    private final Map<String, Lock> locks = new HashMap<>();

    @Override
    public Held acquire(String name) {
        CountDownLatch granted = new CountDownLatch(1);
        Held[] held = new Held[1];
        request(name, grant -> {
            held[0] = grant;
            granted.countDown();
        });
        boolean interrupted = false;
        while (true) {
            try {
                granted.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // a grant can't be refused, so the interruption waits until it came
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return held[0];
    }

    @Override
    public Optional<Held> tryAcquire(String name) {
        synchronized (locks) {
            return locks.containsKey(name) ? Optional.empty() : Optional.of(take(name));
        }
    }

    @Override
    public Held steal(String name) {
        Grant robbed;
        Grant mine;
        synchronized (locks) {
            Lock lock = locks.get(name);
            if (lock == null) {
                return take(name);
            }
            robbed = lock.holder;
            mine = new Grant(name);
            lock.holder = mine;
        }
        robbed.lose();
        return mine;
    }

    @Override
    public void whenFree(String name, Runnable action) {
        request(name, grant -> {
            grant.close();
            DaemonThreads.named("pando-lock", action).start();
        });
    }

    private void request(String name, Consumer<Held> onGrant) {
        Grant grant;
        synchronized (locks) {
            if (locks.containsKey(name)) {
                locks.get(name).waiting.add(onGrant);
                return;
            }
            grant = take(name);
        }
        onGrant.accept(grant);
    }

    /** The caller holds the monitor of {@link #locks}, and the lock is free. */
    private Grant take(String name) {
        Lock lock = new Lock(new Grant(name));
        locks.put(name, lock);
        return lock.holder;
    }

    /** Hands the lock on, where it is this holder's. */
    private void release(Grant holder) {
        Consumer<Held> next;
        Grant grant;
        synchronized (locks) {
            Lock lock = locks.get(holder.name);
            if (lock == null || lock.holder != holder) {
                return;
            }
            next = lock.waiting.poll();
            if (next == null) {
                locks.remove(holder.name);
                return;
            }
            grant = new Grant(holder.name);
            lock.holder = grant;
        }
        next.accept(grant);
    }

    /** A lock that is held, and the requests for it, first come first. */
    private static final class Lock {

        private final Deque<Consumer<Held>> waiting = new ArrayDeque<>();
        private Grant holder;

        Lock(Grant holder) {
            this.holder = holder;
        }
    }

    /** A right to a lock, as long as it holds. */
    private final class Grant implements Held {

        private final String name;
        private Runnable onLost = () -> {};
        private boolean lost;

        Grant(String name) {
            this.name = name;
        }

        @Override
        public void onLost(Runnable action) {
            synchronized (this) {
                if (!lost) {
                    onLost = action;
                    return;
                }
            }
            DaemonThreads.named("pando-lock", action).start();
        }

        private void lose() {
            Runnable action;
            synchronized (this) {
                lost = true;
                action = onLost;
            }
            DaemonThreads.named("pando-lock", action).start();
        }

        @Override
        public void close() {
            release(this);
        }
    }
}
