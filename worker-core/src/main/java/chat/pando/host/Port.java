package chat.pando.host;

import java.util.function.Consumer;

/** One end of a two-way line of text messages, in order, between the core and a tab. */
public interface Port {

    /** Sends without waiting. Whether the other end still lives is not known here; liveness is the locks' matter. */
    void post(String message);

    /** Takes messages from now on, those included that came before the first listener. One listener at a time. */
    void onMessage(Consumer<String> listener);

    void close();
}
