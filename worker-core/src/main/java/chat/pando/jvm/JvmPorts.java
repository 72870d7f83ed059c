package chat.pando.jvm;

import chat.pando.host.Port;
import chat.pando.host.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where tabs within the JVM connect to a core.
 *
 * <p>A second core that listens here gets the ports of the first: as after the restart of a SharedWorker that a browser
 * hides from its tabs.
 */
public final class JvmPorts implements Ports {

    private final List<Port> connected = new ArrayList<>();
    private Optional<Consumer<Port>> listener = Optional.empty();

    /** Opens a line to the core and answers the tab's end of it. */
    public synchronized Port connect() {
        InMemoryPort.Line line = InMemoryPort.line();
        connected.add(line.core());
        listener.ifPresent(core -> core.accept(line.core()));
        return line.tab();
    }

    @Override
    public synchronized void onConnect(Consumer<Port> newListener) {
        listener = Optional.of(newListener);
        connected.forEach(newListener);
    }
}
