package chat.pando.core;

import chat.pando.host.Turns;
import chat.pando.protocol.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The calls for accounts that are not open yet: they are made, in order, once it is known how that ends. */
final class Lobby {

    /** A call, and who made it. */
    record Visit(Tab tab, Call call) {}

    private final Map<String, Deque<Visit>> waiting = new LinkedHashMap<>();
    private final Turns turns = new Turns();

    /**
     * Keeps the call where its account is still opening, or where others wait before it.
     *
     * @return whether it was kept
     */
    synchronized boolean keep(String userId, Visit visit, BooleanSupplier opening) {
        if (!waiting.containsKey(userId) && !opening.getAsBoolean()) {
            return false;
        }
        waiting.computeIfAbsent(userId, key -> new ArrayDeque<>()).add(visit);
        return true;
    }

    /** The account has opened, or has failed to: makes its calls, those included that come meanwhile. */
    void release(String userId, Consumer<Visit> make) {
        turns.take(() -> {
            for (Optional<Visit> next = next(userId); next.isPresent(); next = next(userId)) {
                make.accept(next.get());
            }
        });
    }

    private synchronized Optional<Visit> next(String userId) {
        Deque<Visit> calls = waiting.getOrDefault(userId, new ArrayDeque<>());
        if (calls.isEmpty()) {
            waiting.remove(userId);
        }
        return Optional.ofNullable(calls.poll());
    }

    /** Forgets all that wait, and answers them. */
    synchronized List<Visit> clear() {
        List<Visit> all = new ArrayList<>();
        waiting.values().forEach(all::addAll);
        waiting.clear();
        return all;
    }
}
