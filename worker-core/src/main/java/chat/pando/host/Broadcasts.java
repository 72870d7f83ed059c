package chat.pando.host;

import java.util.function.Consumer;

/** Named channels between everything of one origin (BroadcastChannel; on the JVM, of one process). */
@FunctionalInterface
public interface Broadcasts {

    /**
     * Joins a channel: from now on the listener hears, in order, every text that another member posts. It may block.
     */
    Broadcast join(String name, Consumer<String> listener);

    /** A membership of a channel. */
    interface Broadcast extends AutoCloseable {

        /** Tells all other members, without waiting; whether there are any is not known. */
        void post(String text);

        /** Leaves the channel: nothing more is heard or said. */
        @Override
        void close();
    }
}
