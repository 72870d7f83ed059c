package chat.pando.tab.link;

import java.util.function.Consumer;

/** The way to the core: starts it where it doesn't run yet. */
@FunctionalInterface
public interface Connector {

    /** Opens a line; what the core says on it goes to the listener, from now on and in order. */
    Line open(Consumer<String> listener);

    /** An open line. */
    interface Line {

        void post(String message);

        /** Hears nothing any more. What was posted before is still delivered. */
        void close();
    }
}
