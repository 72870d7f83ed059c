package chat.pando.browser;

import chat.pando.host.Locks;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.function.JSConsumer;

/** Web Locks. */
public final class BrowserLocks implements Locks {

    @Override
    public Held acquire(String name) {
        return request(name, waiting()).orElseThrow();
    }

    @Override
    public Optional<Held> tryAcquire(String name) {
        return request(name, onlyIfFree());
    }

    @Override
    public Held steal(String name) {
        return request(name, stealing()).orElseThrow();
    }

    @Override
    public void whenFree(String name, Runnable action) {
        GreenThreads.start("lock", () -> {
            acquire(name).close();
            action.run();
        });
    }

    private static Optional<Held> request(String name, JSObject options) {
        Grant grant = new Grant();
        JSPromise<JSUndefined> decided = new JSPromise<>((resolve, reject) -> request(
                name,
                options,
                granted -> {
                    resolve.accept(JSUndefined.instance());
                    if (!granted) {
                        return JSPromise.resolve(JSUndefined.instance());
                    }
                    grant.granted = true;
                    return new JSPromise<>((release, unused) -> grant.release = release);
                },
                error -> {
                    grant.lose();
                    reject.accept(error);
                }));
        decided.await();
        return grant.granted ? Optional.of(grant) : Optional.empty();
    }

    /** A lock while it is held: it is ours until the promise that its callback has returned is resolved. */
    private static final class Grant implements Held {

        private boolean granted;
        private boolean lost;
        private Optional<Runnable> onLost = Optional.empty();
        private JSConsumer<JSUndefined> release;

        /** The request has failed: where it had been granted, somebody has stolen the lock. */
        void lose() {
            lost = true;
            onLost.ifPresent(action -> GreenThreads.start("lock", action));
        }

        @Override
        public void onLost(Runnable action) {
            onLost = Optional.of(action);
            if (lost) {
                GreenThreads.start("lock", action);
            }
        }

        @Override
        public void close() {
            release.accept(JSUndefined.instance());
        }
    }

    @JSBody(script = "return {};")
    private static native JSObject waiting();

    @JSBody(script = "return {ifAvailable: true};")
    private static native JSObject onlyIfFree();

    @JSBody(script = "return {steal: true};")
    private static native JSObject stealing();

    @JSBody(
            params = {"name", "options", "decided", "failed"},
            script = "navigator.locks.request(name, options, function (lock) {"
                    + " return decided(lock !== null); }).then(null, failed);")
    private static native void request(String name, JSObject options, Decided decided, Failed failed);

    /** Told whether the lock is ours; it is, until the promise answered is resolved. */
    @JSFunctor
    private interface Decided extends JSObject {

        JSPromise<JSUndefined> decided(boolean granted);
    }

    /** Told why a request was refused, or that a lock was stolen after it had been granted. */
    @JSFunctor
    private interface Failed extends JSObject {

        void failed(JSObject error);
    }
}
