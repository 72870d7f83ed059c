package chat.pando.lab.sim.browser;

import chat.pando.host.Port;
import chat.pando.lab.sim.time.Process;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** A core's end of a line to a tab. Messages reach it one after the other. */
final class CorePort implements Port {

    private final Process process;
    private final SimulatedLine line;
    private final Deque<String> arrived = new ArrayDeque<>();
    private Optional<Consumer<String>> listener = Optional.empty();
    private boolean delivering;
    private boolean closed;

    CorePort(Process process, SimulatedLine line) {
        this.process = process;
        this.line = line;
    }

    @Override
    public void post(String message) {
        process.touch();
        if (!closed) {
            line.toTab(message);
        }
    }

    @Override
    public void onMessage(Consumer<String> newListener) {
        process.touch();
        listener = Optional.of(newListener);
        deliver();
    }

    @Override
    public void close() {
        process.touch();
        closed = true;
        arrived.clear();
    }

    void arrive(String message) {
        if (!closed) {
            arrived.add(message);
            deliver();
        }
    }

    private void deliver() {
        if (!delivering && listener.isPresent() && !arrived.isEmpty()) {
            delivering = true;
            process.start(this::deliverAll);
        }
    }

    private void deliverAll() {
        try {
            while (!arrived.isEmpty()) {
                listener.orElseThrow().accept(arrived.poll());
            }
        } finally {
            delivering = false;
        }
    }
}
