package chat.pando.core.account;

import chat.pando.channel.Agenda;
import chat.pando.core.room.Errand;
import chat.pando.core.room.RoomTalk;
import chat.pando.host.Clock;
import chat.pando.host.Signal;
import chat.pando.matrix.Courier;
import chat.pando.matrix.RoomId;
import chat.pando.store.Jobs;
import java.util.List;
import java.util.Optional;

/**
 * The worker that does what is due in rooms' channels: acknowledges, asks, answers, and tells what is missing. Only
 * while the connection works: else nothing could have come, and nothing is missed.
 */
final class OrderKeeper implements Runnable {

    private final RoomTalk talk;
    private final Agenda agenda;
    private final Errands errands;
    private final Jobs jobs;
    private final Courier courier;
    private final Clock clock;
    private final Signal wake;

    OrderKeeper(RoomTalk talk, Agenda agenda, Errands errands, Jobs jobs, Courier courier, Clock clock) {
        this.talk = talk;
        this.agenda = agenda;
        this.errands = errands;
        this.jobs = jobs;
        this.courier = courier;
        this.clock = clock;
        this.wake = agenda.wake();
    }

    /** The link may have changed, or the account ended. */
    void wake() {
        wake.raise();
    }

    /** Runs until the account ends, which an exception says. */
    @Override
    public void run() {
        boolean resumed = false;
        while (true) {
            courier.awaitConnection();
            if (!courier.online()) {
                resumed = false;
                wake.await();
            } else if (!resumed) {
                jobs.run(draft -> {
                    talk.resume(draft);
                    return draft;
                });
                resumed = true;
            } else {
                work();
            }
        }
    }

    private void work() {
        Optional<Agenda.Entry> next = agenda.next();
        long now = clock.now();
        if (next.isEmpty()) {
            wake.await();
        } else if (next.get().at() > now) {
            wake.await(clock, next.get().at() - now);
        } else {
            RoomId room = next.get().room();
            agenda.take(room);
            List<Errand> due = jobs.run(draft -> talk.tick(room, draft));
            if (!due.isEmpty()) {
                errands.add(due);
            }
        }
    }
}
