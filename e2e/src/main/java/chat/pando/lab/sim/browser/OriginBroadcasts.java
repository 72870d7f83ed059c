package chat.pando.lab.sim.browser;

import chat.pando.host.Broadcasts.Broadcast;
import chat.pando.lab.sim.time.Process;
import chat.pando.lab.sim.time.Scheduler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** The BroadcastChannels of one browser profile. */
final class OriginBroadcasts {

    private static final int MOST_DELAY_MILLIS = 5;

    private final Scheduler scheduler;
    private final Random random;
    private final Map<String, Set<Member>> channels = new LinkedHashMap<>();

    OriginBroadcasts(Scheduler scheduler, Random random) {
        this.scheduler = scheduler;
        this.random = random;
    }

    /** Where a member lives. */
    interface Home {

        /** It turns to its platform. */
        void touch();

        /** Lets something happen there. */
        void run(Runnable action);
    }

    /** A membership that ends with its process. */
    Broadcast join(String name, Process process, Consumer<String> listener) {
        process.touch();
        Member member = join(name, inside(process), listener);
        process.onDeath(member::leave);
        return member;
    }

    /** A membership that whoever has it must end. */
    Member join(String name, Home home, Consumer<String> listener) {
        Member member = new Member(name, home, listener);
        channels.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(member);
        return member;
    }

    private static Home inside(Process process) {
        return new Home() {

            @Override
            public void touch() {
                process.touch();
            }

            @Override
            public void run(Runnable action) {
                process.start(action);
            }
        };
    }

    /** One membership, which hears one text after the other. */
    final class Member implements Broadcast {

        private final String name;
        private final Home home;
        private final Consumer<String> listener;
        private final Deque<String> arrived = new ArrayDeque<>();
        private long last;
        private boolean delivering;

        private Member(String name, Home home, Consumer<String> listener) {
            this.name = name;
            this.home = home;
            this.listener = listener;
        }

        @Override
        public void post(String text) {
            home.touch();
            for (Member member : List.copyOf(channels.get(name))) {
                if (member != this && channels.get(name).contains(this)) {
                    member.hearSoon(text);
                }
            }
        }

        private void hearSoon(String text) {
            last = Math.max(last, scheduler.now() + random.nextInt(MOST_DELAY_MILLIS));
            scheduler.after(last - scheduler.now(), () -> arrive(text));
        }

        private void arrive(String text) {
            if (!channels.get(name).contains(this)) {
                return;
            }
            arrived.add(text);
            if (!delivering) {
                delivering = true;
                home.run(this::deliver);
            }
        }

        private void deliver() {
            try {
                while (!arrived.isEmpty()) {
                    listener.accept(arrived.poll());
                }
            } finally {
                delivering = false;
            }
        }

        @Override
        public void close() {
            home.touch();
            leave();
        }

        void leave() {
            channels.get(name).remove(this);
            arrived.clear();
        }
    }
}
