package chat.pando.browser;

import chat.pando.host.Broadcasts;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** BroadcastChannels. Only text passes; anything else is dropped. */
public final class BrowserBroadcasts implements Broadcasts {

    @Override
    public Broadcast join(String name, Consumer<String> listener) {
        TextInbox inbox = new TextInbox("broadcast", listener);
        return new Member(open(name, inbox::arrive), inbox);
    }

    /** One membership. */
    private record Member(JSObject channel, TextInbox inbox) implements Broadcast {

        @Override
        public void post(String text) {
            BrowserBroadcasts.post(channel, text);
        }

        @Override
        public void close() {
            inbox.clear();
            BrowserBroadcasts.close(channel);
        }
    }

    @JSBody(
            params = {"name", "heard"},
            script = "var channel = new BroadcastChannel(name);"
                    + "channel.onmessage = function (event) {"
                    + " if (typeof event.data === 'string') { heard(event.data); } };"
                    + "return channel;")
    private static native JSObject open(String name, Heard heard);

    /** A closed channel refuses to post; who has left says nothing, and that is no failure. */
    @JSBody(
            params = {"channel", "text"},
            script = "if (channel.onmessage) { channel.postMessage(text); }")
    private static native void post(JSObject channel, String text);

    @JSBody(params = "channel", script = "channel.onmessage = null; channel.close();")
    private static native void close(JSObject channel);

    /** What a channel calls with each text. */
    @JSFunctor
    private interface Heard extends JSObject {

        void heard(String text);
    }
}
