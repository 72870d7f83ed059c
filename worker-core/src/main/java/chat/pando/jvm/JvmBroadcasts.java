package chat.pando.jvm;

import chat.pando.host.Broadcasts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Channels between everything that shares this object, which stands for one origin. */
public final class JvmBroadcasts implements Broadcasts {

    private final Map<String, List<Member>> channels = new HashMap<>();

    @Override
    public Broadcast join(String name, Consumer<String> listener) {
        Member member = new Member(name, listener);
        synchronized (channels) {
            channels.computeIfAbsent(name, key -> new ArrayList<>()).add(member);
        }
        return member;
    }

    /** One membership; what it hears comes on a thread of its own. */
    private final class Member implements Broadcast {

        private final String name;
        private final Consumer<String> listener;
        private final Executor delivery = DaemonThreads.inOrder("pando-broadcast");
        private volatile boolean closed;

        Member(String name, Consumer<String> listener) {
            this.name = name;
            this.listener = listener;
        }

        @Override
        public void post(String text) {
            synchronized (channels) {
                if (!closed) {
                    channels.get(name).stream().filter(other -> other != this).forEach(other -> other.hear(text));
                }
            }
        }

        private void hear(String text) {
            delivery.execute(() -> {
                if (!closed) {
                    listener.accept(text);
                }
            });
        }

        @Override
        public void close() {
            synchronized (channels) {
                closed = true;
                channels.get(name).remove(this);
            }
        }
    }
}
