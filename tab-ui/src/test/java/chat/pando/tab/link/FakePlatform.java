package chat.pando.tab.link;

import chat.pando.protocol.ToCore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page for tests: lines that are recorded, locks that tests free, and time that tests let pass. */
final class FakePlatform implements Connector, Liveness, Timers, CurrentCore {

    private final List<FakeLine> lines = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private final Map<String, Runnable> watched = new HashMap<>();
    private final List<Timer> timers = new ArrayList<>();
    private Optional<CoreAddress> current = Optional.empty();
    private int leaves;
    private long now;

    /** A line, and what was posted on it. */
    static final class FakeLine implements Line {

        private final String url;
        private final LineListener listener;
        private final List<String> posted = new ArrayList<>();
        private boolean open = true;

        FakeLine(String url, LineListener listener) {
            this.url = url;
            this.listener = listener;
        }

        String url() {
            return url;
        }

        @Override
        public void post(String message) {
            posted.add(message);
        }

        @Override
        public void close() {
            open = false;
        }

        boolean isOpen() {
            return open;
        }

        void say(String message) {
            listener.said(message);
        }

        void fail() {
            listener.failed();
        }

        List<ToCore> posted() {
            return posted.stream().map(Messages::toCore).toList();
        }
    }

    /** Something that is due. */
    private record Timer(long due, Runnable action) {}

    @Override
    public Line open(String url, LineListener listener) {
        FakeLine line = new FakeLine(url, listener);
        lines.add(line);
        return line;
    }

    @Override
    public void leave() {
        leaves++;
    }

    int leaves() {
        return leaves;
    }

    @Override
    public Optional<CoreAddress> read() {
        return current;
    }

    @Override
    public void note(CoreAddress core) {
        current = Optional.of(core);
    }

    @Override
    public Release hold(String lock, Runnable whenHeld) {
        Cancel grant = after(0, () -> {
            held.add(lock);
            whenHeld.run();
        });
        return () -> {
            grant.cancel();
            held.remove(lock);
        };
    }

    @Override
    public Release whenFree(String lock, Runnable action) {
        watched.put(lock, action);
        return () -> watched.remove(lock, action);
    }

    @Override
    public Cancel after(int milliseconds, Runnable action) {
        Timer timer = new Timer(now + milliseconds, action);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    FakeLine line() {
        return lines.get(lines.size() - 1);
    }

    int lineCount() {
        return lines.size();
    }

    List<String> heldLocks() {
        return List.copyOf(held);
    }

    void free(String lock) {
        watched.remove(lock).run();
    }

    boolean isWatched(String lock) {
        return watched.containsKey(lock);
    }

    /** Lets time pass, and everything happen that is due by then. */
    void pass(long milliseconds) {
        long until = now + milliseconds;
        while (true) {
            Timer next = timers.stream()
                    .filter(timer -> timer.due() <= until)
                    .min((a, b) -> Long.compare(a.due(), b.due()))
                    .orElse(null);
            if (next == null) {
                now = until;
                return;
            }
            timers.remove(next);
            now = next.due();
            next.action().run();
        }
    }
}
