package chat.pando.browser;

import chat.pando.host.Port;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** A line to a tab over a MessagePort. Only text passes; anything else is dropped. */
final class MessagePortPort implements Port {

    private final JSObject port;
    private Optional<TextInbox> inbox = Optional.empty();

    MessagePortPort(JSObject port) {
        this.port = port;
    }

    @Override
    public void post(String message) {
        post(port, message);
    }

    @Override
    public void onMessage(Consumer<String> listener) {
        if (inbox.isPresent()) {
            inbox.get().listener(listener);
            return;
        }
        TextInbox first = new TextInbox("port", listener);
        inbox = Optional.of(first);
        listen(port, first::arrive);
    }

    @Override
    public void close() {
        inbox.ifPresent(TextInbox::clear);
        close(port);
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
