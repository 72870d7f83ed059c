package chat.pando.tab.link;

import java.util.function.Consumer;

/** Named channels between all pages and workers of the site. */
@FunctionalInterface
public interface Channels {

    /** Joins; from now on the listener hears what any other member says. */
    Channel join(String name, Consumer<String> listener);

    /** A membership of a channel. */
    interface Channel {

        void post(String text);

        /** Leaves: nothing more is heard. */
        void close();
    }
}
