package chat.pando.channel;

import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Courier;
import chat.pando.matrix.EventId;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.RoomRequests;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.store.OutboxRow;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The worker that sends one room's messages, one after the other, in the order in which they were written.
 *
 * <p>A message that the server refuses for good is set aside as failed, and the next one goes on.
 */
final class Lane implements Runnable {

    /** How long a message waits for the keys of its receivers while the connection is up. */
    private static final long KEY_PATIENCE_MILLIS = 120_000;

    private static final OutboxRow.Failure NO_KEYS = new OutboxRow.Failure(
            "SERVER_ERROR",
            "The homeserver did not hand out the keys of the people in this room. Try again in a few minutes.");

    private final RoomId room;
    private final Outbox outbox;
    private final Sealer sealer;
    private final Jobs jobs;
    private final Courier courier;
    private final Clock clock;
    private final Signal wake = new Signal();

    Lane(RoomId room, Outbox outbox, Sealer sealer, Jobs jobs, Courier courier, Clock clock) {
        this.room = room;
        this.outbox = outbox;
        this.sealer = sealer;
        this.jobs = jobs;
        this.courier = courier;
        this.clock = clock;
    }

    /** There may be something new to send, or keys may have come. */
    void wake() {
        wake.raise();
    }

    /** Runs until the account ends, which an exception says. */
    @Override
    public void run() {
        while (true) {
            Optional<OutboxRow> message = jobs.run(draft -> outbox.next(room, draft));
            if (message.isEmpty()) {
                wake.await();
            } else {
                send(message.get());
            }
        }
    }

    private void send(OutboxRow message) {
        long deadline = 0;
        while (true) {
            boolean wasOffline = courier.awaitConnection();
            Step step = jobs.run(this::prepare);
            if (step instanceof Step.Send send) {
                deliver(send.message());
                return;
            }
            if (step instanceof Step.Done) {
                return;
            }
            deadline = deadline == 0 || wasOffline ? clock.now() + KEY_PATIENCE_MILLIS : deadline;
            if (clock.now() >= deadline) {
                jobs.run(draft -> {
                    outbox.failed(message, NO_KEYS, draft);
                    return Step.DONE;
                });
                return;
            }
            wake.await(clock, deadline - clock.now());
        }
    }

    /** What a job has decided. */
    private sealed interface Step {

        Step DONE = new Done();
        Step NOT_YET = new NotYet();

        record Send(OutboxRow message) implements Step {}

        record Done() implements Step {}

        record NotYet() implements Step {}
    }

    /** Fixes the next message's bytes, where that was not done before: also before a crash. */
    private Step prepare(Draft draft) {
        Optional<OutboxRow> next = outbox.next(room, draft);
        if (next.isEmpty()) {
            return Step.DONE;
        }
        OutboxRow message = next.get();
        if (message.sealed().isPresent()) {
            OutboxRow sending = message.withState(OutboxRow.State.SENDING);
            outbox.put(sending, draft);
            return new Step.Send(sending);
        }
        Sealer.Result result = sealer.seal(message, draft);
        if (result instanceof Sealer.Result.Sealed sealed) {
            OutboxRow sending = message.sealedAs(sealed.bytes());
            outbox.put(sending, draft);
            return new Step.Send(sending);
        }
        if (result instanceof Sealer.Result.Impossible impossible) {
            outbox.failed(message, impossible.why(), draft);
            return Step.DONE;
        }
        return Step.NOT_YET;
    }

    private void deliver(OutboxRow message) {
        OutboxRow.Sealed bytes = message.sealed().orElseThrow();
        Answer answer = courier.deliver(
                RoomRequests.send(room, bytes.type(), message.transaction(), bytes.content()),
                () -> settle(draft -> outbox.delayed(message, draft)));
        if (answer instanceof Answer.Ok ok) {
            Optional<EventId> event = ok.body().string("event_id").flatMap(EventId::parse);
            settle(draft -> event.ifPresentOrElse(
                    id -> outbox.accepted(message, id, draft),
                    () -> outbox.failed(message, Refusal.of(MatrixError.of(200, Optional.empty())), draft)));
        } else if (answer instanceof Answer.Refused refused) {
            settle(draft -> outbox.failed(message, Refusal.of(refused.error()), draft));
        }
    }

    private void settle(Consumer<Draft> change) {
        jobs.run(draft -> {
            change.accept(draft);
            return Step.DONE;
        });
    }
}
