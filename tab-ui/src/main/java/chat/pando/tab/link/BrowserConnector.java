package chat.pando.tab.link;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.workers.MessagePort;

/** The core in a SharedWorker: one for all tabs that ask for the same URL, which therefore names the core's version. */
public final class BrowserConnector implements Connector {

    private final String url;

    public BrowserConnector(String url) {
        this.url = url;
    }

    @Override
    public Line open(Consumer<String> listener) {
        MessagePort port = startWorker(url);
        PortLine line = new PortLine(port, listener);
        port.onMessage(line::receive);
        port.start();
        return line;
    }

    /**
     * Starts the worker, or finds it running. The page's content security policy demands trusted types, and only this
     * policy of that name makes a script's address trusted.
     */
    @JSBody(
            params = "url",
            script = """
                    var trusted = url;
                    if (window.trustedTypes) {
                        window.pandoTrust = window.pandoTrust
                            || trustedTypes.createPolicy('pando', { createScriptURL: function(own) { return own; } });
                        trusted = window.pandoTrust.createScriptURL(url);
                    }
                    return new SharedWorker(trusted).port;
                    """)
    private static native MessagePort startWorker(String url);

    /** A message port; messages that were already on their way when it closed are dropped. */
    private static final class PortLine implements Line {

        private final MessagePort port;
        private final Consumer<String> listener;
        private boolean open = true;

        PortLine(MessagePort port, Consumer<String> listener) {
            this.port = port;
            this.listener = listener;
        }

        void receive(MessageEvent event) {
            if (open) {
                listener.accept(event.getData() instanceof JSString text ? text.stringValue() : "");
            }
        }

        @Override
        public void post(String message) {
            port.postMessage(JSString.valueOf(message));
        }

        @Override
        public void close() {
            open = false;
            port.close();
        }
    }
}
