package chat.pando.core.account;

import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.machine.Machine;
import chat.pando.machine.OutgoingRequest;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Courier;
import chat.pando.store.Jobs;
import java.util.List;

/** The worker that carries the E2EE machine's requests to the server, one by one, and brings the answers back. */
final class MachineMail implements Runnable {

    /** After a refusal the next request waits, so that one that is refused for ever doesn't make a storm. */
    private static final long AFTER_REFUSAL_MILLIS = 1_000;

    private final Machine machine;
    private final Jobs jobs;
    private final Courier courier;
    private final Clock clock;
    private final Signal wake = new Signal();

    MachineMail(Machine machine, Jobs jobs, Courier courier, Clock clock) {
        this.machine = machine;
        this.jobs = jobs;
        this.courier = courier;
        this.clock = clock;
    }

    void wake() {
        wake.raise();
    }

    @Override
    public void run() {
        while (true) {
            List<OutgoingRequest> requests = jobs.run(machine::outgoing);
            if (requests.isEmpty()) {
                wake.await();
            } else {
                deliver(requests.get(0));
            }
        }
    }

    private void deliver(OutgoingRequest request) {
        Answer answer = courier.deliver(request.request(), () -> {});
        jobs.run(draft -> {
            if (answer instanceof Answer.Ok ok) {
                machine.answered(request, ok.body(), draft);
            } else if (answer instanceof Answer.Refused refused) {
                machine.refused(request, refused.error(), draft);
            }
            return request;
        });
        if (answer instanceof Answer.Refused) {
            wake.await(clock, AFTER_REFUSAL_MILLIS);
        }
    }
}
