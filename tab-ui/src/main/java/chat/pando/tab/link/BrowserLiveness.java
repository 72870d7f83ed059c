package chat.pando.tab.link;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Liveness over Web Locks.
 *
 * <p>Who releases withdraws also a request that is still in the queue: a page that waits for a lock can't enter the
 * back/forward cache.
 */
public final class BrowserLiveness implements Liveness {

    @Override
    public Release hold(String lock, Runnable whenHeld) {
        Script end = request(lock, "exclusive", true, whenHeld::run);
        return end::run;
    }

    @Override
    public Release whenFree(String lock, Runnable action) {
        Script end = request(lock, "shared", false, action::run);
        return end::run;
    }

    /** A function without arguments. */
    @JSFunctor
    private interface Script extends JSObject {

        void run();
    }

    /** Runs the action once the lock is granted, or was and is let go; answers what gives it back, or withdraws. */
    @JSBody(
            params = {"name", "mode", "keep", "action"},
            script = """
                    var ended = false;
                    var end;
                    var kept = new Promise(function(resolve) { end = resolve; });
                    var withdrawal = new AbortController();
                    var act = function() {
                        if (!ended) {
                            action();
                        }
                    };
                    navigator.locks.request(name, { mode: mode, signal: withdrawal.signal }, function() {
                        if (!keep || ended) {
                            return undefined;
                        }
                        act();
                        return kept;
                    }).then(keep ? null : act, function(failure) {
                        if (!ended) {
                            throw failure;
                        }
                    });
                    return function() {
                        ended = true;
                        end();
                        withdrawal.abort();
                    };
                    """)
    private static native Script request(String name, String mode, boolean keep, Script granted);
}
