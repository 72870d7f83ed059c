package chat.pando.channel;

import chat.pando.channel.pace.Pace;
import chat.pando.channel.pace.Place;
import chat.pando.channel.pace.Turn;
import chat.pando.channel.pace.Urgency;
import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.matrix.Answer;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.Courier;
import chat.pando.matrix.EventId;
import chat.pando.matrix.MatrixError;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.RoomRequests;
import chat.pando.matrix.TransactionId;
import chat.pando.store.Draft;
import chat.pando.store.Jobs;
import chat.pando.store.OutboxRow;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The worker that sends one room's messages, one after the other, in the order in which they were written, when the
 * account's pace allows it.
 *
 * <p>A message that the server refuses for good is set aside as failed, and the next one goes on. So is one that does
 * not get through for a while although the connection works. No time runs against a message while the server is out of
 * reach, or because it waits for its turn: a person who doesn't want it sent any more takes it back.
 */
final class Lane implements Runnable {

    /** How long a message waits for the keys of its receivers while the connection is up. */
    private static final long KEY_PATIENCE_MILLIS = 120_000;
    /** How long a message is tried while the connection is up and the server neither takes nor refuses it. */
    private static final long ANSWER_PATIENCE_MILLIS = 600_000;

    private static final OutboxRow.Failure NO_KEYS = new OutboxRow.Failure(
            "SERVER_ERROR",
            "The homeserver did not hand out the keys of the people in this room. Try again in a few minutes.");
    private static final OutboxRow.Failure NO_ANSWER = new OutboxRow.Failure(
            "SERVER_ERROR",
            "The homeserver did not take this message for ten minutes, and may have it or not. \"Retry\" sends the same"
                    + " one, so it won't be there twice.");

    private static final OutboxRow.Failure LOST =
            new OutboxRow.Failure("INTERNAL", "A part of this message is lost here. Discard it, and send it again.");

    private final RoomId room;
    private final Outbox outbox;
    private final Sealer sealer;
    private final Pace pace;
    private final Jobs jobs;
    private final Courier courier;
    private final Clock clock;
    private final Signal wake = new Signal();
    private final Place place = new Place(wake);
    private final Deadline keys;
    private final Deadline answer;
    /** The message that the deadlines are for. */
    private long current;

    Lane(RoomId room, Outbox outbox, Sealer sealer, Pace pace, Jobs jobs, Courier courier, Clock clock) {
        this.room = room;
        this.outbox = outbox;
        this.sealer = sealer;
        this.pace = pace;
        this.jobs = jobs;
        this.courier = courier;
        this.clock = clock;
        this.keys = new Deadline(clock, KEY_PATIENCE_MILLIS);
        this.answer = new Deadline(clock, ANSWER_PATIENCE_MILLIS);
    }

    /** There may be something new to send, or keys may have come. */
    void wake() {
        wake.raise();
    }

    /** Runs until the account ends, which an exception says. */
    @Override
    public void run() {
        try {
            while (true) {
                Optional<OutboxRow> message = jobs.run(draft -> outbox.next(room, draft));
                if (message.isEmpty()) {
                    pace.leave(place);
                    wake.await();
                } else {
                    advance(message.get());
                }
            }
        } finally {
            pace.leave(place);
        }
    }

    /** One step with the oldest message: it may be another one by the next. */
    private void advance(OutboxRow message) {
        if (courier.awaitConnection() || message.number() != current) {
            current = message.number();
            keys.restart();
            answer.restart();
        }
        Optional<Turn> turn = pace.take(place, Urgency.of(message.type(), message.content()));
        if (turn.isEmpty()) {
            showWaiting(message);
            place.await(clock);
            return;
        }
        try (Turn mine = turn.get()) {
            Step step = jobs.run(this::prepare);
            if (step instanceof Step.Send send) {
                deliver(send.message(), mine);
                return;
            }
            mine.giveBack();
            if (step instanceof Step.NotYet) {
                awaitKeys(message);
            }
        }
    }

    /** A long text between two of its parts, or what a core that died was sending. */
    private void showWaiting(OutboxRow message) {
        if (message.state() == OutboxRow.State.SENDING) {
            settle(draft -> outbox.delayed(message, message.sealed().isPresent(), draft));
        }
    }

    private void awaitKeys(OutboxRow message) {
        pace.leave(place);
        long left = keys.left();
        if (left > 0) {
            wake.await(clock, left);
        } else {
            settle(draft -> outbox.failed(message, NO_KEYS, draft));
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
        pace.save(draft);
        if (message.sealed().isPresent()) {
            // Where it was being sent already, a core died meanwhile.
            boolean unknown = message.state() == OutboxRow.State.SENDING;
            OutboxRow sending = (unknown ? message.doubted() : message).withState(OutboxRow.State.SENDING);
            outbox.put(sending, draft);
            return new Step.Send(sending);
        }
        Optional<OutboxRow> event = outbox.nextEvent(message, draft);
        if (event.isEmpty()) {
            outbox.failed(message, LOST, draft);
            return Step.DONE;
        }
        Sealer.Result result = sealer.seal(event.get(), draft);
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

    private void deliver(OutboxRow message, Turn turn) {
        OutboxRow.Sealed bytes = message.sealed().orElseThrow();
        Answer said = courier.attempt(request(bytes, message.transaction()));
        if (said instanceof Answer.Ok ok) {
            turn.passed();
            accepted(message, ok);
        } else if (said instanceof Answer.Refused refused) {
            refused(message, refused.error(), turn);
        } else {
            turn.close();
            unanswered(message);
        }
    }

    private ApiRequest request(OutboxRow.Sealed event, TransactionId transaction) {
        return event.type().equals(Withdrawal.REDACTION)
                ? RoomRequests.redact(room, Withdrawal.target(event.content()), transaction)
                : RoomRequests.send(room, event.type(), transaction, event.content());
    }

    private void accepted(OutboxRow message, Answer.Ok ok) {
        answer.restart(); // of a long text the next part follows
        Optional<EventId> event = ok.body().string("event_id").flatMap(EventId::parse);
        settle(draft -> event.ifPresentOrElse(
                id -> outbox.accepted(message, id, draft),
                () -> outbox.failed(message, Refusal.of(MatrixError.of(200, Optional.empty())), draft)));
    }

    private void refused(OutboxRow message, MatrixError error, Turn turn) {
        if (error.status() == 429) {
            turn.refused(error.retryAfterMillis());
            settle(draft -> outbox.delayed(message, false, draft));
            return;
        }
        turn.passed();
        if (error.passes()) {
            unanswered(message);
        } else {
            settle(draft -> outbox.failed(message, Refusal.of(error), draft));
        }
    }

    /** The server may have it, or not. */
    private void unanswered(OutboxRow message) {
        settle(draft -> outbox.delayed(message, true, draft));
        if (!courier.online()) {
            answer.restart();
        } else if (answer.left() == 0) {
            settle(draft -> outbox.failed(message, NO_ANSWER, draft));
            return;
        }
        courier.rest();
    }

    private void settle(Consumer<Draft> change) {
        jobs.run(draft -> {
            change.accept(draft);
            pace.save(draft);
            return Step.DONE;
        });
    }
}
