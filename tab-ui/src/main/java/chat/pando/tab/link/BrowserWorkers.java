package chat.pando.tab.link;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Dedicated workers. That they close themselves they have to say ({@code worker.js}): no browser tells. */
public final class BrowserWorkers implements Workers {

    @Override
    public Worker start(String url, Fate fate) {
        JSObject worker = start(BrowserScript.trusted(url), fate::closed, fate::failed);
        return () -> terminate(worker);
    }

    @JSBody(
            params = {"url", "closed", "failed"},
            script = """
                    var worker = new Worker(url);
                    worker.onmessage = function(event) {
                        if (event.data === 'closed') {
                            closed();
                        }
                    };
                    worker.onerror = function() { failed(); };
                    return worker;
                    """)
    private static native JSObject start(JSObject url, Told closed, Told failed);

    @JSBody(params = "worker", script = """
            worker.onmessage = null;
            worker.onerror = null;
            worker.terminate();
            """)
    private static native void terminate(JSObject worker);

    /** Told that something has happened. */
    @JSFunctor
    private interface Told extends JSObject {

        void happened();
    }
}
