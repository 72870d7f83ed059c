package chat.pando.tab.link;

import chat.pando.core.BroadcastPorts;
import chat.pando.host.Broadcasts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Several pages of one site without SharedWorker, for tests: channels, locks, and workers that echo what they hear. */
final class FakeOrigin implements Broadcasts, Liveness {

    private final Map<String, List<Member>> channels = new LinkedHashMap<>();
    private final Map<String, Deque<Wait>> locks = new LinkedHashMap<>();
    private final Deque<Runnable> due = new ArrayDeque<>();
    private final List<FakeWorker> workers = new ArrayList<>();

    /** A request for a lock, first in its queue while it is held. */
    private record Wait(Runnable granted) {}

    /** A worker of some page. */
    static final class FakeWorker {

        private final String url;
        private final Workers.Fate fate;
        private boolean running = true;
        private int ports;

        FakeWorker(String url, Workers.Fate fate) {
            this.url = url;
            this.fate = fate;
        }

        String url() {
            return url;
        }

        int ports() {
            return ports;
        }

        Workers.Fate fate() {
            return fate;
        }

        /** Ends, from inside or outside; what it is posted it doesn't hear any more. */
        void stop() {
            running = false;
        }
    }

    /** A membership of a channel. */
    private final class Member implements Broadcast, Channels.Channel {

        private final List<Member> channel;
        private final Consumer<String> listener;

        Member(String name, Consumer<String> listener) {
            this.channel = channels.computeIfAbsent(name, key -> new ArrayList<>());
            this.listener = listener;
            channel.add(this);
        }

        @Override
        public void post(String text) {
            channel.stream().filter(other -> other != this).forEach(other -> due.add(() -> other.hear(text)));
        }

        private void hear(String text) {
            if (channel.contains(this)) {
                listener.accept(text);
            }
        }

        @Override
        public void close() {
            channel.remove(this);
        }
    }

    Channels channels() {
        return Member::new;
    }

    @Override
    public Broadcast join(String name, Consumer<String> listener) {
        return new Member(name, listener);
    }

    @Override
    public Release hold(String lock, Runnable whenHeld) {
        Wait wait = new Wait(whenHeld);
        Deque<Wait> queue = locks.computeIfAbsent(lock, key -> new ArrayDeque<>());
        queue.add(wait);
        grantIfFirst(queue, wait);
        return () -> {
            boolean held = queue.peek() == wait;
            queue.remove(wait);
            if (held && !queue.isEmpty()) {
                grantIfFirst(queue, queue.peek());
            }
        };
    }

    private void grantIfFirst(Deque<Wait> queue, Wait wait) {
        due.add(() -> {
            if (queue.peek() == wait) {
                wait.granted().run();
            }
        });
    }

    @Override
    public Release whenFree(String lock, Runnable action) {
        throw new UnsupportedOperationException("who stands for election watches no lock");
    }

    /** Starts workers whose core answers every message with its own number and the message. */
    Workers.Worker startCore(String url, Workers.Fate fate) {
        FakeWorker worker = started(url, fate);
        int number = workers.size();
        Broadcasts own = (name, listener) -> join(name, text -> {
            if (worker.running) {
                listener.accept(text);
            }
        });
        new BroadcastPorts(own, url).onConnect(port -> {
            worker.ports++;
            port.onMessage(text -> port.post(number + " heard " + text));
        });
        return worker::stop;
    }

    /** Starts a worker that never says anything. */
    Workers.Worker startDead(String url, Workers.Fate fate) {
        return started(url, fate)::stop;
    }

    private FakeWorker started(String url, Workers.Fate fate) {
        FakeWorker worker = new FakeWorker(url, fate);
        workers.add(worker);
        return worker;
    }

    List<String> started() {
        return workers.stream().map(FakeWorker::url).toList();
    }

    FakeWorker worker(int index) {
        return workers.get(index);
    }

    long running() {
        return workers.stream().filter(worker -> worker.running).count();
    }

    /** How many are on the channels of lines. */
    long onLines() {
        return channels.entrySet().stream().filter(channel -> channel.getKey().indexOf('/', "pando-meet/".length()) > 0)
                .mapToLong(channel -> channel.getValue().size()).sum();
    }

    /** Lets everything arrive. */
    void settle() {
        while (!due.isEmpty()) {
            due.poll().run();
        }
    }
}
