package chat.pando.jvm;

import chat.pando.host.Port;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One end of a line within the JVM. Messages arrive in order, on a thread of the receiving end. */
public final class InMemoryPort implements Port {

    /** Delivers one message after the other; its thread rests when nothing comes. */
    private final Executor delivery = DaemonThreads.inOrder("pando-port");

    private final Deque<String> early = new ArrayDeque<>();
    private Consumer<String> listener;
    private InMemoryPort other;
    private boolean closed;

    private InMemoryPort() {}

    /** A new line. */
    public static Line line() {
        InMemoryPort a = new InMemoryPort();
        InMemoryPort b = new InMemoryPort();
        a.other = b;
        b.other = a;
        return new Line(a, b);
    }

    /** The two ends of a line. */
    public record Line(Port core, Port tab) {}

    @Override
    public void post(String message) {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        other.receive(message);
    }

    @Override
    public synchronized void onMessage(Consumer<String> newListener) {
        listener = newListener;
        while (!early.isEmpty()) {
            deliver(early.poll());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        early.clear();
    }

    private synchronized void receive(String message) {
        if (closed) {
            return;
        }
        if (listener == null) {
            early.add(message);
        } else {
            deliver(message);
        }
    }

    private void deliver(String message) {
        delivery.execute(() -> {
            Consumer<String> receiver;
            synchronized (this) {
                if (closed) {
                    return;
                }
                receiver = listener;
            }
            receiver.accept(message);
        });
    }
}
