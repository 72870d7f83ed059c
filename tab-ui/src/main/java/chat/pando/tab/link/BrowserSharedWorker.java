package chat.pando.tab.link;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * The core in a SharedWorker: one for all tabs that ask for the same URL, which therefore names the core's version.
 *
 * <p>The browser keeps that worker alive while a page lives that has asked for it, so there is nothing to leave.
 */
public final class BrowserSharedWorker implements Connector {

    @Override
    public Line open(String url, LineListener listener) {
        PortLine line = new PortLine(listener);
        line.port = connect(BrowserScript.trusted(url), line::arrived, line::failed);
        return line;
    }

    @Override
    public void leave() {
        // A port is closed by its line.
    }

    /** A message port; messages that were already on their way when it closed are dropped. */
    private static final class PortLine implements Line {

        private final LineListener listener;
        private JSObject port;
        private boolean open = true;

        PortLine(LineListener listener) {
            this.listener = listener;
        }

        void arrived(String text) {
            if (open) {
                listener.said(text);
            }
        }

        void failed() {
            if (open) {
                listener.failed();
            }
        }

        @Override
        public void post(String message) {
            BrowserSharedWorker.post(port, message);
        }

        @Override
        public void close() {
            open = false;
            BrowserSharedWorker.close(port);
        }
    }

    /** Starts the worker, or finds it running. A browser may refuse that: then the port leads nowhere. */
    @JSBody(
            params = {"url", "arrived", "failed"},
            script = """
                    var worker;
                    try {
                        worker = new SharedWorker(url);
                    } catch (denied) {
                        setTimeout(failed, 0);
                        return new MessageChannel().port1;
                    }
                    worker.onerror = function(event) { event.preventDefault(); failed(); };
                    worker.port.onmessage = function(event) {
                        arrived(typeof event.data === 'string' ? event.data : '');
                    };
                    return worker.port;
                    """)
    private static native JSObject connect(JSObject url, Arrived arrived, Failed failed);

    @JSBody(params = {"port", "message"}, script = "port.postMessage(message);")
    private static native void post(JSObject port, String message);

    @JSBody(params = "port", script = "port.close();")
    private static native void close(JSObject port);

    /** Told of a text. */
    @JSFunctor
    private interface Arrived extends JSObject {

        void text(String text);
    }

    /** Told that the script can't be loaded. */
    @JSFunctor
    private interface Failed extends JSObject {

        void loading();
    }
}
