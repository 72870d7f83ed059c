package chat.pando.core.room;

import chat.pando.matrix.RoomEvent;
import chat.pando.store.EventPlace;
import chat.pando.store.OutboxRow;
import java.util.Optional;

/**
 * Joins what this device sent with its outbox entry when the server brings it back: by the event id that the send was
 * answered with, by transaction id, or by the ciphertext, whichever is known.
 */
final class OwnEchoes {

    private OwnEchoes() {}

    /** The outbox entry that became this event. */
    static Optional<OutboxRow> find(RoomWork work, RoomEvent event) {
        if (!work.isMine(event.sender()) || event.stateKey().isPresent()) {
            return Optional.empty();
        }
        Optional<OutboxRow> byEventId = work.tables
                .eventIds()
                .get(work.draft, work.room(), event.id())
                .filter(place -> place.position().isEmpty())
                .map(EventPlace::outbox)
                .flatMap(number -> work.tables.outbox().get(work.draft, work.room(), number));
        return byEventId.or(() -> underWay(work, event));
    }

    private static Optional<OutboxRow> underWay(RoomWork work, RoomEvent event) {
        return work.tables.outbox().of(work.draft, work.room()).stream()
                .filter(entry -> sameTransaction(entry, event) || sameCiphertext(entry, event))
                .findFirst();
    }

    private static boolean sameTransaction(OutboxRow entry, RoomEvent event) {
        return event.transactionId().equals(Optional.of(entry.transaction().value()));
    }

    /** A ciphertext is made once; a text in the clear may be written twice. */
    private static boolean sameCiphertext(OutboxRow entry, RoomEvent event) {
        Optional<String> ciphertext = event.json().at("content").string("ciphertext");
        return ciphertext.isPresent()
                && entry.sealed().flatMap(sealed -> sealed.content().string("ciphertext")).equals(ciphertext);
    }
}
