package chat.pando.lab.sim.browser;

import chat.pando.host.Locks;
import chat.pando.host.Signal;
import chat.pando.lab.sim.time.Process;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The origin's locks as one core uses them: they end with it. */
final class CoreLocks implements Locks {

    private final OriginLocks origin;
    private final Process process;
    private final Set<OriginLocks.Request> mine = new LinkedHashSet<>();

    CoreLocks(OriginLocks origin, Process process) {
        this.origin = origin;
        this.process = process;
        process.onDeath(() -> mine.forEach(OriginLocks.Request::end));
    }

    @Override
    public Held acquire(String name) {
        return await(onGrant -> origin.request(name, onGrant));
    }

    @Override
    public Held steal(String name) {
        return await(onGrant -> origin.steal(name, onGrant));
    }

    private Held await(Function<Runnable, OriginLocks.Request> asking) {
        process.touch();
        Signal granted = new Signal();
        OriginLocks.Request request = asking.apply(granted::raise);
        mine.add(request);
        granted.await();
        process.touch();
        return new Grant(request);
    }

    @Override
    public Optional<Held> tryAcquire(String name) {
        process.touch();
        return origin.isFree(name) ? Optional.of(acquire(name)) : Optional.empty();
    }

    @Override
    public void whenFree(String name, Runnable action) {
        process.touch();
        process.start(() -> {
            acquire(name).close();
            action.run();
        });
    }

    /** A lock that this core holds. */
    private final class Grant implements Held {

        private final OriginLocks.Request request;

        Grant(OriginLocks.Request request) {
            this.request = request;
        }

        @Override
        public void onLost(Runnable action) {
            process.touch();
            request.onLost(() -> process.start(action));
        }

        @Override
        public void close() {
            process.touch();
            mine.remove(request);
            request.end();
        }
    }
}
