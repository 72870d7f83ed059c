package chat.pando.browser;

import chat.pando.host.Port;
import chat.pando.host.Ports;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Where tabs connect to this SharedWorker.
 *
 * <p>A tab may connect before this program has loaded. So the worker's bootstrap script ({@code worker.js}) listens
 * first and queues such ports in {@code self.pandoPorts}.
 */
public final class BrowserPorts implements Ports {

    @Override
    public void onConnect(Consumer<Port> listener) {
        takeOver(port -> {
            Port line = new MessagePortPort(port);
            GreenThreads.start("connect", () -> listener.accept(line));
        });
    }

    @JSBody(
            params = "connected",
            script = "self.onconnect = function (event) { connected(event.ports[0]); };"
                    + "(self.pandoPorts || []).splice(0).forEach(function (port) { connected(port); });")
    private static native void takeOver(Connected connected);

    /** What the worker calls for each tab that connects. */
    @JSFunctor
    private interface Connected extends JSObject {

        void connected(JSObject port);
    }
}
