package chat.pando.jvm;

import chat.pando.host.Port;
import chat.pando.host.Ports;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Where tabs within the JVM connect to a core. */
public final class JvmPorts implements Ports {

    private final Deque<Port> early = new ArrayDeque<>();
    private Consumer<Port> listener;

    /** Opens a line to the core and answers the tab's end of it. */
    public synchronized Port connect() {
        InMemoryPort.Line line = InMemoryPort.line();
        if (listener == null) {
            early.add(line.core());
        } else {
            listener.accept(line.core());
        }
        return line.tab();
    }

    @Override
    public synchronized void onConnect(Consumer<Port> newListener) {
        listener = newListener;
        while (!early.isEmpty()) {
            newListener.accept(early.poll());
        }
    }
}
