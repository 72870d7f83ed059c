package chat.pando.core.account;

import chat.pando.core.room.Ephemeral;
import chat.pando.core.room.EphemeralLetters;
import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.json.JsonObject;
import chat.pando.machine.Machine;
import chat.pando.machine.Mailed;
import chat.pando.matrix.RoomId;
import chat.pando.store.CommandRow;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.store.StoreException;
import chat.pando.store.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says ephemeral things, each with one outcome: nothing waits for them, and they wait for nothing.
 *
 * <p>The outcome is stored under the message's id, so that the same one again, also at another core, has the same
 * outcome and isn't sent twice. One that a core has died of is said to have failed, whatever became of it.
 */
public final class Ephemerals {

    private static final String OUTCOME = "outcome";

    private final EphemeralLetters letters;
    private final Machine machine;
    private final Tables tables;
    private final Jobs jobs;
    private final Clock clock;
    private final Map<String, Speech> underWay = new HashMap<>();
    private final List<Consumer<Ephemeral>> listeners = new ArrayList<>();

    /** What became of one. */
    public enum Outcome {
        /** The homeserver has it for every device that is there. */
        SENT,
        /** Nobody else in the room can be reached with Pando. */
        NOBODY,
        /** It did not reach the homeserver, or not for everybody, and won't. */
        FAILED
    }

    /** One that is on its way. */
    private static final class Speech {

        private final String id;
        private final Set<String> open;
        private final Signal over = new Signal();
        private Outcome outcome = Outcome.SENT;

        Speech(String id, Set<String> requests) {
            this.id = id;
            this.open = new HashSet<>(requests);
        }
    }

    public Ephemerals(EphemeralLetters letters, Machine machine, Tables tables, Jobs jobs, Clock clock) {
        this.letters = letters;
        this.machine = machine;
        this.tables = tables;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Says something to those who are in the room now, and waits a few seconds at most for what becomes of it.
     *
     * @param id names it: the same one again is the same message
     */
    public Outcome say(String id, RoomId room, String kind, JsonObject content) {
        Optional<Outcome> known;
        try {
            known = jobs.run(draft -> begin(id, room, kind, content, draft));
        } catch (StoreException unsaid) {
            forget(id);
            throw unsaid;
        }
        return known.orElseGet(() -> await(id));
    }

    private void forget(String id) {
        synchronized (underWay) {
            underWay.remove(id);
        }
    }

    private Optional<Outcome> begin(String id, RoomId room, String kind, JsonObject content, Draft draft) {
        Optional<CommandRow> before = tables.commands().of(draft, id);
        if (before.isPresent()) {
            return outcome(before.get()).or(() -> isUnderWay(id) ? Optional.empty() : end(id, Outcome.FAILED, draft));
        }
        Mailed mailed = machine.send(letters.write(id, room, kind, content, draft), draft);
        tables.commands().put(draft, new CommandRow(id, clock.now(), Optional.empty()));
        if (mailed.requests().isEmpty()) {
            return end(id, Outcome.NOBODY, draft);
        }
        synchronized (underWay) {
            underWay.put(id, new Speech(id, mailed.requests()));
        }
        return Optional.empty();
    }

    private Outcome await(String id) {
        Speech speech;
        synchronized (underWay) {
            speech = underWay.get(id);
        }
        if (speech != null) {
            speech.over.await();
            speech.over.raise(); // for another one who waits for the same
        }
        return jobs.run(draft -> tables.commands().of(draft, id)).flatMap(Ephemerals::outcome).orElse(Outcome.FAILED);
    }

    /** Calls the listener with whatever others say, once, as it comes. */
    public void onHeard(Consumer<Ephemeral> listener) {
        synchronized (listeners) {
            listeners.add(listener);
        }
    }

    void heard(Ephemeral said) {
        List<Consumer<Ephemeral>> all;
        synchronized (listeners) {
            all = List.copyOf(listeners);
        }
        all.forEach(listener -> listener.accept(said));
    }

    /** A request that carried letters for now or never is settled, in the same job. */
    void settled(String request, boolean sent, Draft draft) {
        Optional<Speech> speech = find(request);
        if (speech.isEmpty()) {
            return;
        }
        Speech known = speech.get();
        known.open.remove(request);
        known.outcome = sent ? known.outcome : Outcome.FAILED;
        if (known.open.isEmpty()) {
            end(known.id, known.outcome, draft);
        }
    }

    /** What was settled is stored: who waits for it is told. */
    void tell() {
        synchronized (underWay) {
            underWay.values().removeIf(speech -> {
                boolean over = speech.open.isEmpty();
                if (over) {
                    speech.over.raise();
                }
                return over;
            });
        }
    }

    private Optional<Speech> find(String request) {
        synchronized (underWay) {
            return underWay.values().stream().filter(speech -> speech.open.contains(request)).findFirst();
        }
    }

    private boolean isUnderWay(String id) {
        synchronized (underWay) {
            return underWay.containsKey(id);
        }
    }

    private Optional<Outcome> end(String id, Outcome outcome, Draft draft) {
        JsonObject result = JsonObject.builder().put(OUTCOME, outcome.name()).build();
        tables.commands().of(draft, id).ifPresent(row -> tables.commands().put(draft, row.withResult(result)));
        return Optional.of(outcome);
    }

    private static Optional<Outcome> outcome(CommandRow row) {
        return row.result().flatMap(result -> result.string(OUTCOME)).map(Outcome::valueOf);
    }
}
