package chat.pando.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Texts that a browser has delivered, on their way to a listener that may block: one at a time, in order. */
final class TextInbox {

    private final String name;
    private final Deque<String> arrived = new ArrayDeque<>();
    private Consumer<String> listener;
    private boolean delivering;

    /** @param name of the thread on which the listener runs */
    TextInbox(String name, Consumer<String> listener) {
        this.name = name;
        this.listener = listener;
    }

    void listener(Consumer<String> another) {
        listener = another;
    }

    /** To be called by the browser. */
    void arrive(String text) {
        arrived.add(text);
        if (!delivering) {
            delivering = true;
            GreenThreads.start(name, this::deliver);
        }
    }

    private void deliver() {
        while (!arrived.isEmpty()) {
            String text = arrived.poll();
            GreenThreads.runGuarded(name, () -> listener.accept(text));
        }
        delivering = false;
    }

    /** Forgets what was not yet delivered. */
    void clear() {
        arrived.clear();
    }
}
