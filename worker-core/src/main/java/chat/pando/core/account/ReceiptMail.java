package chat.pando.core.account;

import chat.pando.host.Signal;
import chat.pando.matrix.Courier;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomRequests;
import chat.pando.store.Jobs;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import java.util.Optional;

/** The worker that tells the server how far the person has read. */
final class ReceiptMail implements Runnable {

    private final Tables tables;
    private final Jobs jobs;
    private final Courier courier;
    private final Signal wake = new Signal();

    ReceiptMail(Tables tables, Jobs jobs, Courier courier) {
        this.tables = tables;
        this.jobs = jobs;
        this.courier = courier;
    }

    void wake() {
        wake.raise();
    }

    @Override
    public void run() {
        while (true) {
            Optional<RoomRow> room = jobs.run(draft -> tables.rooms().all(draft).stream()
                    .filter(row -> row.reading().unsent().isPresent())
                    .findFirst());
            if (room.isPresent()) {
                tell(room.get(), room.get().reading().unsent().orElseThrow());
            } else {
                wake.await();
            }
        }
    }

    /** A receipt that the server refuses is given up: it is worth nothing later. */
    private void tell(RoomRow room, EventId event) {
        courier.deliver(RoomRequests.readUpTo(room.id(), event), () -> {});
        jobs.run(draft -> {
            tables.rooms()
                    .get(draft, room.id())
                    .filter(row -> row.reading().unsent().equals(Optional.of(event)))
                    .map(row -> row.withReading(row.reading().withUnsent(Optional.empty())))
                    .ifPresent(row -> tables.rooms().put(draft, row));
            return room;
        });
    }
}
