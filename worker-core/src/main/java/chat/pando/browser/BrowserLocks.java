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
        return request(name, false).orElseThrow();
    }

    @Override
    public Optional<Held> tryAcquire(String name) {
        return request(name, true);
    }

    @Override
    public void whenFree(String name, Runnable action) {
        GreenThreads.start("lock", () -> {
            acquire(name).close();
            action.run();
        });
    }

    private static Optional<Held> request(String name, boolean onlyIfFree) {
        Grant grant = new Grant();
        JSPromise<JSUndefined> decided = new JSPromise<>((resolve, reject) -> request(
                name,
                onlyIfFree,
                granted -> {
                    resolve.accept(JSUndefined.instance());
                    if (!granted) {
                        return JSPromise.resolve(JSUndefined.instance());
                    }
                    grant.granted = true;
                    return new JSPromise<>((release, unused) -> grant.release = release);
                },
                reject::accept));
        decided.await();
        return grant.granted ? Optional.of(grant) : Optional.empty();
    }

    /** A lock while it is held: it is ours until the promise that its callback has returned is resolved. */
    private static final class Grant implements Held {

        private boolean granted;
        private JSConsumer<JSUndefined> release;

        @Override
        public void close() {
            release.accept(JSUndefined.instance());
        }
    }

    @JSBody(
            params = {"name", "onlyIfFree", "decided", "failed"},
            script = "navigator.locks.request(name, {ifAvailable: onlyIfFree}, function (lock) {"
                    + " return decided(lock !== null); }).then(null, failed);")
    private static native void request(String name, boolean onlyIfFree, Decided decided, Failed failed);

    /** Told whether the lock is ours; it is, until the promise answered is resolved. */
    @JSFunctor
    private interface Decided extends JSObject {

        JSPromise<JSUndefined> decided(boolean granted);
    }

    /** Told why a browser refused the request. */
    @JSFunctor
    private interface Failed extends JSObject {

        void failed(JSObject error);
    }
}
