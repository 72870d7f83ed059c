package chat.pando.core.account;

import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.host.Turns;
import chat.pando.machine.Machine;
import chat.pando.machine.OutgoingRequest;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Courier;
import chat.pando.matrix.MatrixError;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.sync.Retries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The worker that has the E2EE machine's requests carried to the server, a few side by side, and brings the answers back.
 *
 * <p>One that does not get through rests by itself, longer each time, and holds up only what must come after it. The
 * repeated ones never take all places, so that whatever is new finds one, also where several hang. A limit that the
 * server names holds for all requests of the same kind.
 */
final class MachineMail implements Runnable {

    private static final int MOST_UNDER_WAY = 4;
    private static final int MOST_REPEATED = 2;

    /** After a refusal others of its kind wait, so that what is refused for ever doesn't make a storm. */
    private static final long AFTER_REFUSAL_MILLIS = 1_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final Machine machine;
    private final Jobs jobs;
    private final Courier courier;
    private final Clock clock;
    private final Retries retries;
    private final Consumer<Runnable> starter;
    private final Signal wake;
    /** The jobs are one worker's: they wait for one thread at a time, where the disk refuses. */
    private final Turns turns = new Turns();
    /** By id; whether it is a repeated one. */
    private final Map<String, Boolean> underWay = new HashMap<>();

    /**
     * @param courier makes several attempts at a time
     * @param retries raises the signal when they begin afresh
     * @param starter starts something on a thread of its own
     * @param wake    raised when there may be something to do
     */
    MachineMail(
            Machine machine,
            Jobs jobs,
            Courier courier,
            Clock clock,
            Retries retries,
            Consumer<Runnable> starter,
            Signal wake) {
        this.machine = machine;
        this.jobs = jobs;
        this.courier = courier;
        this.clock = clock;
        this.retries = retries;
        this.starter = starter;
        this.wake = wake;
    }

    void wake() {
        wake.raise();
    }

    @Override
    public void run() {
        while (true) {
            courier.awaitConnection();
            long next = round();
            if (next == NEVER) {
                wake.await();
            } else if (next > clock.now()) {
                wake.await(clock, next - clock.now());
            }
        }
    }

    /** Starts whatever may go now, and answers when to look again at the latest. */
    long round() {
        // Before the store is read: what is settled in between is under way still, so that it isn't made again.
        Map<String, Boolean> before = underWay();
        Due due = job(this::due);
        long next = due.nextTidy().orElse(NEVER);
        int places = MOST_UNDER_WAY - before.size();
        int repeatable = MOST_REPEATED - (int) before.values().stream().filter(repeated -> repeated).count();
        for (OutgoingRequest request : due.requests()) {
            boolean repeated = retries.hasFailed(request.id());
            if (before.containsKey(request.id()) || places == 0 || repeated && repeatable == 0) {
                continue; // the end of one under way is a reason to look again
            }
            long from = Math.max(retries.due(request.id()), retries.due(request.kind().name()));
            if (from > clock.now()) {
                next = Math.min(next, from);
                continue;
            }
            places--;
            repeatable -= repeated ? 1 : 0;
            start(request, repeated);
        }
        return next;
    }

    /** What may go, as far as the machine is concerned, and when the machine has to do something of its own accord. */
    private record Due(List<OutgoingRequest> requests, OptionalLong nextTidy) {}

    private Due due(Draft draft) {
        OptionalLong tidy = machine.nextTidy(draft);
        if (tidy.isPresent() && tidy.getAsLong() <= clock.now()) {
            machine.tidy(draft);
        }
        return new Due(machine.unhindered(draft, retries::hasFailed), machine.nextTidy(draft));
    }

    private Map<String, Boolean> underWay() {
        synchronized (underWay) {
            return new HashMap<>(underWay);
        }
    }

    private void start(OutgoingRequest request, boolean repeated) {
        synchronized (underWay) {
            underWay.put(request.id(), repeated);
        }
        starter.accept(() -> carry(request));
    }

    private void carry(OutgoingRequest request) {
        try {
            take(request, courier.attempt(request.request()));
        } catch (RuntimeException fault) {
            retries.failed(request.id());
            throw fault;
        } finally {
            synchronized (underWay) {
                underWay.remove(request.id());
            }
            wake.raise();
        }
    }

    private void take(OutgoingRequest request, Answer answer) {
        String kind = request.kind().name();
        if (answer instanceof Answer.Ok ok) {
            settle(request, draft -> machine.answered(request, ok.body(), draft));
            if (retries.due(kind) <= clock.now()) {
                retries.forget(kind);
            }
        } else if (answer instanceof Answer.Refused refused && refused.error().status() == 429) {
            retries.rest(kind, refused.error().retryAfterMillis());
        } else if (answer instanceof Answer.Refused refused && !refused.error().passes()) {
            refused(request, refused.error());
        } else {
            retries.failed(request.id());
        }
    }

    private void refused(OutgoingRequest request, MatrixError error) {
        retries.rest(request.kind().name(), OptionalLong.of(AFTER_REFUSAL_MILLIS));
        settle(request, draft -> machine.refused(request, error, draft));
    }

    private void settle(OutgoingRequest request, Consumer<Draft> effect) {
        job(draft -> {
            effect.accept(draft);
            return request;
        });
        retries.forget(request.id());
    }

    private <T> T job(Function<Draft, T> job) {
        return turns.take(() -> jobs.run(job));
    }
}
