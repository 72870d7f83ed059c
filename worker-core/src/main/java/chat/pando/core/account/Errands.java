package chat.pando.core.account;

import chat.pando.channel.ack.MessageId;
import chat.pando.core.room.Errand;
import chat.pando.core.room.RoomTalk;
import chat.pando.host.Signal;
import chat.pando.json.JsonArray;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Courier;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.RoomRequests;
import chat.pando.store.Jobs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The worker that asks the homeserver for messages that are missing here, or that others lack: for the very event where
 * it is known which one that is, else for the room's latest.
 */
final class Errands implements Runnable {

    /** More wait for their next time. */
    private static final int MOST = 256;

    private static final int PAGE = 100;

    private final RoomTalk talk;
    private final Jobs jobs;
    private final Courier courier;
    private final Signal wake = new Signal();
    private final Set<Errand> open = new LinkedHashSet<>();

    Errands(RoomTalk talk, Jobs jobs, Courier courier) {
        this.talk = talk;
        this.jobs = jobs;
        this.courier = courier;
    }

    synchronized void add(List<Errand> errands) {
        for (Errand errand : errands) {
            if (open.size() < MOST) {
                open.add(errand);
            }
        }
        wake.raise();
    }

    /** The account may have ended. */
    void wake() {
        wake.raise();
    }

    /** Runs until the account ends, which an exception says. */
    @Override
    public void run() {
        while (true) {
            courier.awaitConnection();
            Optional<Errand> next = next();
            if (next.isEmpty()) {
                wake.await();
            } else if (next.get() instanceof Errand.Find find) {
                find(find);
            } else if (next.get() instanceof Errand.Pass pass) {
                pass(pass);
            }
        }
    }

    private synchronized Optional<Errand> next() {
        Optional<Errand> first = open.stream().findFirst();
        first.ifPresent(open::remove);
        return first;
    }

    private void find(Errand.Find errand) {
        boolean found = errand.event().isPresent()
                && courier.deliver(RoomRequests.event(errand.room(), errand.event().get()), () -> {})
                        instanceof Answer.Ok ok
                && RoomEvent.parse(ok.body())
                        .filter(event -> Optional.of(event.id()).equals(errand.event()))
                        .map(event -> take(errand.room(), List.of(event), Optional.of(errand.id())))
                        .isPresent();
        if (!found) {
            lookAround(errand.room());
        }
    }

    /** Asks for the room's latest events, once for all that are wanted of it and not known by their ids. */
    private void lookAround(RoomId room) {
        forgetUnnamed(room);
        if (courier.deliver(RoomRequests.latestMessages(room, PAGE), () -> {}) instanceof Answer.Ok ok) {
            take(room, RoomEvent.parseAll(ok.body().array("chunk").orElse(JsonArray.EMPTY)), Optional.empty());
        }
    }

    private synchronized void forgetUnnamed(RoomId room) {
        open.removeIf(errand ->
                errand instanceof Errand.Find find && find.room().equals(room) && find.event().isEmpty());
    }

    private RoomId take(RoomId room, List<RoomEvent> events, Optional<MessageId> of) {
        return jobs.run(draft -> {
            talk.found(room, events, of, draft);
            return room;
        });
    }

    private void pass(Errand.Pass errand) {
        if (courier.deliver(RoomRequests.event(errand.room(), errand.event()), () -> {}) instanceof Answer.Ok ok) {
            jobs.run(draft -> {
                talk.pass(errand, ok.body(), draft);
                return errand;
            });
        }
    }
}
