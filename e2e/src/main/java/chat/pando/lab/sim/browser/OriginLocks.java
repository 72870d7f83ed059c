package chat.pando.lab.sim.browser;

import chat.pando.lab.sim.time.Scheduler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The Web Locks of one browser profile: exclusive, by name, granted in the order of the requests. */
final class OriginLocks {

    private static final int MOST_DELAY_MILLIS = 4;

    private final Scheduler scheduler;
    private final Random random;
    /** The requests for each lock; the first of them has it. */
    private final Map<String, Deque<Request>> requests = new HashMap<>();

    OriginLocks(Scheduler scheduler, Random random) {
        this.scheduler = scheduler;
        this.random = random;
    }

    /** Asks for a lock; its holder learns of the grant a little later than it is made. */
    Request request(String name, Runnable onGrant) {
        Request request = new Request(name, onGrant);
        Deque<Request> queue = queue(name);
        queue.add(request);
        if (queue.size() == 1) {
            request.grant();
        }
        return request;
    }

    /** Takes the lock from its holder, before all who wait. */
    Request steal(String name, Runnable onGrant) {
        Request thief = new Request(name, onGrant);
        Deque<Request> queue = queue(name);
        Optional.ofNullable(queue.poll()).ifPresent(Request::lose);
        queue.addFirst(thief);
        thief.grant();
        return thief;
    }

    /** Drops all locks whose names begin like this, without telling their holders. */
    void lose(String prefix) {
        List.copyOf(requests.keySet()).stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .forEach(name -> requests.get(name).peek().drop());
    }

    private Deque<Request> queue(String name) {
        return requests.computeIfAbsent(name, key -> new ArrayDeque<>());
    }

    boolean isFree(String name) {
        return !requests.containsKey(name);
    }

    /** One who holds a lock, or waits for it. */
    final class Request {

        private final String name;
        private final Runnable onGrant;
        private Runnable onLost = () -> {};
        private boolean granted;
        private boolean lost;
        private boolean lossTold;
        private boolean ended;

        private Request(String name, Runnable onGrant) {
            this.name = name;
            this.onGrant = onGrant;
        }

        private void grant() {
            granted = true;
            scheduler.after(random.nextInt(MOST_DELAY_MILLIS), () -> {
                if (!ended) {
                    onGrant.run();
                }
            });
        }

        /** Runs the action when the lock is taken away, also where it was already. */
        void onLost(Runnable action) {
            onLost = action;
            if (lossTold && !ended) {
                action.run();
            }
        }

        private void lose() {
            lost = true;
            scheduler.after(random.nextInt(MOST_DELAY_MILLIS), () -> {
                lossTold = true;
                if (!ended) {
                    onLost.run();
                }
            });
        }

        private void drop() {
            release();
            lost = true;
        }

        /** Gives the lock up, or no longer waits for it. */
        void end() {
            if (ended) {
                return;
            }
            ended = true;
            if (!lost) {
                release();
            }
        }

        private void release() {
            Deque<Request> queue = requests.get(name);
            queue.remove(this);
            if (queue.isEmpty()) {
                requests.remove(name);
            } else if (granted) {
                queue.peek().grant();
            }
        }
    }
}
