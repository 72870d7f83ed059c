package chat.pando.browser;

import chat.pando.host.Port;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** A line to a tab over a MessagePort. Only text passes; anything else is dropped. */
final class MessagePortPort implements Port {

    private final JSObject port;
    private final Deque<String> arrived = new ArrayDeque<>();
    private Consumer<String> listener;
    private boolean delivering;

    MessagePortPort(JSObject port) {
        this.port = port;
    }

    @Override
    public void post(String message) {
        post(port, message);
    }

    @Override
    public void onMessage(Consumer<String> newListener) {
        boolean first = listener == null;
        listener = newListener;
        if (first) {
            listen(port, this::arrive);
        }
    }

    @Override
    public void close() {
        arrived.clear();
        close(port);
    }

    /** The listener may block, so it runs on a green thread; one at a time, so that messages stay in order. */
    private void arrive(String message) {
        arrived.add(message);
        if (!delivering) {
            delivering = true;
            GreenThreads.start("port", this::deliver);
        }
    }

    private void deliver() {
        while (!arrived.isEmpty()) {
            String message = arrived.poll();
            GreenThreads.runGuarded("port", () -> listener.accept(message));
        }
        delivering = false;
    }

    @JSBody(params = {"port", "message"}, script = "port.postMessage(message);")
    private static native void post(JSObject port, String message);

    @JSBody(
            params = {"port", "arrive"},
            script = "port.onmessage = function (event) {"
                    + " if (typeof event.data === 'string') { arrive(event.data); } };")
    private static native void listen(JSObject port, Arrive arrive);

    @JSBody(params = "port", script = "port.onmessage = null; port.close();")
    private static native void close(JSObject port);

    /** What a MessagePort calls with each text. */
    @JSFunctor
    private interface Arrive extends JSObject {

        void arrive(String message);
    }
}
