package chat.pando.tab.link;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** BroadcastChannels. Only text passes; anything else is dropped. */
public final class BrowserChannels implements Channels {

    @Override
    public Channel join(String name, Consumer<String> listener) {
        return new Member(open(name, listener::accept));
    }

    /** One membership. */
    private record Member(JSObject channel) implements Channel {

        @Override
        public void post(String text) {
            BrowserChannels.post(channel, text);
        }

        @Override
        public void close() {
            BrowserChannels.close(channel);
        }
    }

    @JSBody(
            params = {"name", "heard"},
            script = """
                    var channel = new BroadcastChannel(name);
                    channel.onmessage = function(event) {
                        if (typeof event.data === 'string') {
                            heard(event.data);
                        }
                    };
                    return channel;
                    """)
    private static native JSObject open(String name, Heard heard);

    @JSBody(params = {"channel", "text"}, script = "channel.postMessage(text);")
    private static native void post(JSObject channel, String text);

    @JSBody(params = "channel", script = "channel.onmessage = null; channel.close();")
    private static native void close(JSObject channel);

    /** Told of a text. */
    @JSFunctor
    private interface Heard extends JSObject {

        void text(String text);
    }
}
