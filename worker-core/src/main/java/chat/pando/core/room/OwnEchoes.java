package chat.pando.core.room;

import chat.pando.matrix.RoomEvent;
import chat.pando.store.EventPlace;
import chat.pando.store.OutboxRow;
import java.util.List;
import java.util.Optional;

/**
 * Joins what this device sent with its outbox entry when the server brings it back: by transaction id, or by the event
 * id that the send was answered with, whichever is known.
 */
final class OwnEchoes {

    /** The outbox entry that became this event; the entry leaves the outbox. */
    Optional<OutboxRow> take(RoomWork work, RoomEvent event) {
        Optional<OutboxRow> entry = find(work, event);
        entry.ifPresent(row -> work.tables.outbox().delete(work.draft, row));
        return entry;
    }

    /** The outbox entry that became this event. */
    Optional<OutboxRow> find(RoomWork work, RoomEvent event) {
        if (!work.isMine(event.sender()) || event.stateKey().isPresent()) {
            return Optional.empty();
        }
        Optional<OutboxRow> byEventId = work.tables
                .eventIds()
                .get(work.draft, work.room(), event.id())
                .filter(place -> place.position().isEmpty())
                .map(EventPlace::outbox)
                .flatMap(number -> work.tables.outbox().get(work.draft, work.room(), number));
        return byEventId.or(() -> byTransaction(work, event));
    }

    private static Optional<OutboxRow> byTransaction(RoomWork work, RoomEvent event) {
        Optional<String> transaction = event.transactionId();
        if (transaction.isEmpty()) {
            return Optional.empty();
        }
        List<OutboxRow> entries = work.tables.outbox().of(work.draft, work.room());
        return entries.stream()
                .filter(entry -> entry.transaction().value().equals(transaction.get()))
                .findFirst();
    }
}
