package chat.pando.channel;

import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Courier;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomRequests;
import chat.pando.store.Jobs;
import chat.pando.store.OutboxRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The worker that asks the server for messages that it has accepted and that /sync does not bring back.
 *
 * <p>It asks half a minute after the acceptance, as far as the connection works; where the server has the message,
 * again after twice the time, and so on. Where it doesn't have it any more, the message has failed, and its writer is
 * told.
 */
public final class EchoCheck implements Runnable {

    private static final long FIRST_MILLIS = 30_000;
    private static final long LONGEST_MILLIS = 3_600_000;

    private final Outbox outbox;
    private final Jobs jobs;
    private final Courier courier;
    private final Clock clock;
    private final Signal wake = new Signal();
    /** By their numbers. */
    private final Map<Long, Open> open = new LinkedHashMap<>();

    public EchoCheck(Outbox outbox, Jobs jobs, Courier courier, Clock clock) {
        this.outbox = outbox;
        this.jobs = jobs;
        this.courier = courier;
        this.clock = clock;
    }

    /** A message whose echo is missing. */
    private record Open(OutboxRow message, long dueAt, long rest) {

        Open later(long now, long next) {
            return new Open(message, now + next, next);
        }
    }

    /** How a message of the outbox stands now. */
    public void changed(OutboxRow message) {
        boolean accepted = message.state() == OutboxRow.State.SENT && message.event().isPresent();
        if (accepted && message.parts().isEmpty()) { // the parts of a long text miss each other at the receivers
            note(message);
        } else {
            gone(message.number());
        }
    }

    private synchronized void note(OutboxRow message) {
        open.putIfAbsent(message.number(), new Open(message, clock.now() + FIRST_MILLIS, FIRST_MILLIS));
        wake.raise();
    }

    /** A message isn't in the outbox any more: /sync has brought it. */
    public synchronized void gone(long number) {
        open.remove(number);
    }

    /** The account may have ended. */
    public void wake() {
        wake.raise();
    }

    /** Runs until the account ends, which an exception says. */
    @Override
    public void run() {
        while (true) {
            courier.awaitConnection();
            Optional<Open> next = next();
            long now = clock.now();
            if (next.isEmpty()) {
                wake.await();
            } else if (next.get().dueAt() > now) {
                wake.await(clock, next.get().dueAt() - now);
            } else if (courier.online()) {
                ask(next.get());
            } else {
                put(next.get().later(now, next.get().rest())); // no echo can come as long as /sync doesn't work
            }
        }
    }

    private synchronized Optional<Open> next() {
        return open.values().stream().min(Comparator.comparingLong(Open::dueAt));
    }

    private synchronized void put(Open now) {
        open.computeIfPresent(now.message().number(), (number, before) -> now);
    }

    private void ask(Open missing) {
        OutboxRow message = missing.message();
        EventId event = message.event().orElseThrow();
        Answer answer = courier.deliver(RoomRequests.event(message.room(), event), () -> {});
        if (answer instanceof Answer.Refused refused && refused.error().is("M_NOT_FOUND")) {
            gone(message.number());
            jobs.run(draft -> {
                outbox.vanished(message, event, draft);
                return message;
            });
        } else {
            put(missing.later(clock.now(), Math.min(LONGEST_MILLIS, 2 * missing.rest())));
        }
    }
}
