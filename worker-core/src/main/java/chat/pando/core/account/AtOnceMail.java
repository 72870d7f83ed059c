package chat.pando.core.account;

import chat.pando.host.Abort;
import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.machine.Machine;
import chat.pando.machine.OutgoingRequest;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Api;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import java.util.List;
import java.util.function.Consumer;

/**
 * The worker that carries what is for now or never to the server: each once, with one attempt, beside all other mail. So
 * nothing ever waits for it, and what an earlier core has left is not sent late.
 */
final class AtOnceMail implements Runnable {

    private final Machine machine;
    private final Ephemerals ephemerals;
    private final Jobs jobs;
    private final Api api;
    private final Clock clock;
    private final Signal wake = new Signal();

    AtOnceMail(Machine machine, Ephemerals ephemerals, Jobs jobs, Api api, Clock clock) {
        this.machine = machine;
        this.ephemerals = ephemerals;
        this.jobs = jobs;
        this.api = api;
        this.clock = clock;
    }

    void wake() {
        wake.raise();
    }

    @Override
    public void run() {
        dropWhatIsLeft();
        while (true) {
            if (!deliverAll()) {
                wake.await();
            }
        }
    }

    /** What an earlier core has left. */
    void dropWhatIsLeft() {
        due().forEach(this::drop);
    }

    /** Whether there was anything to deliver. */
    boolean deliverAll() {
        List<OutgoingRequest> due = due();
        due.forEach(this::deliver);
        return !due.isEmpty();
    }

    private List<OutgoingRequest> due() {
        return jobs.run(draft -> machine.outgoing(draft).stream()
                .filter(request -> request.until().isPresent())
                .toList());
    }

    private void deliver(OutgoingRequest request) {
        long left = request.until().orElseThrow() - clock.now();
        if (left > 0 && api.call(request.request(), left, new Abort()) instanceof Answer.Ok ok) {
            settle(request, true, draft -> machine.answered(request, ok.body(), draft));
        } else {
            drop(request);
        }
    }

    private void drop(OutgoingRequest request) {
        settle(request, false, draft -> machine.lapsed(request, draft));
    }

    private void settle(OutgoingRequest request, boolean sent, Consumer<Draft> end) {
        jobs.run(draft -> {
            end.accept(draft);
            ephemerals.settled(request.id(), sent, draft);
            return request;
        });
        ephemerals.tell();
    }
}
