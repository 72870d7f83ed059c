package chat.pando.jvm;

import chat.pando.host.Locks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Locks between everything that shares this object, which stands for one origin. Requests are granted in order. */
public final class JvmLocks implements Locks {

    /** The requests of each lock that is held, first come first. A name that is missing is free. */
    private final Map<String, Deque<Consumer<Held>>> waiting = new HashMap<>();

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
        synchronized (waiting) {
            return take(name) ? Optional.of(new Grant(name)) : Optional.empty();
        }
    }

    @Override
    public void whenFree(String name, Runnable action) {
        request(name, grant -> {
            grant.close();
            DaemonThreads.named("pando-lock", action).start();
        });
    }

    private void request(String name, Consumer<Held> onGrant) {
        synchronized (waiting) {
            if (!take(name)) {
                waiting.get(name).add(onGrant);
                return;
            }
        }
        onGrant.accept(new Grant(name));
    }

    private boolean take(String name) {
        return waiting.putIfAbsent(name, new ArrayDeque<>()) == null;
    }

    private void release(String name) {
        Consumer<Held> next;
        synchronized (waiting) {
            next = waiting.get(name).poll();
            if (next == null) {
                waiting.remove(name);
                return;
            }
        }
        next.accept(new Grant(name));
    }

    /** A lock while it is held. */
    private final class Grant implements Held {

        private final String name;
        private final AtomicBoolean released = new AtomicBoolean();

        Grant(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            if (released.compareAndSet(false, true)) {
                release(name);
            }
        }
    }
}
