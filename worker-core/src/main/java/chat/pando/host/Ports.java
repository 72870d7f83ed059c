package chat.pando.host;

import java.util.function.Consumer;

/** Where tabs connect to the core. */
@FunctionalInterface
public interface Ports {

    /** Hands over each tab's port, those included that connected before the core had started. */
    void onConnect(Consumer<Port> listener);
}
