package chat.pando.tab.link;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Liveness over Web Locks. */
public final class BrowserLiveness implements Liveness {

    @Override
    public Release hold(String lock, Runnable whenHeld) {
        Script end = request(lock, whenHeld::run);
        return end::run;
    }

    @Override
    public Release whenFree(String lock, Runnable action) {
        Script end = requestShared(lock, action::run);
        return end::run;
    }

    /** A function without arguments. */
    @JSFunctor
    private interface Script extends JSObject {

        void run();
    }

    @JSBody(
            params = {"name", "whenHeld"},
            script = """
                    var ended = false;
                    var end;
                    var kept = new Promise(function(resolve) { end = resolve; });
                    navigator.locks.request(name, function() {
                        if (!ended) {
                            whenHeld();
                        }
                        return kept;
                    });
                    return function() { ended = true; end(); };
                    """)
    private static native Script request(String name, Script whenHeld);

    @JSBody(
            params = {"name", "whenFree"},
            script = """
                    var ended = false;
                    navigator.locks.request(name, { mode: 'shared' }, function() {
                        if (!ended) {
                            ended = true;
                            setTimeout(whenFree, 0);
                        }
                    });
                    return function() { ended = true; };
                    """)
    private static native Script requestShared(String name, Script whenFree);
}
