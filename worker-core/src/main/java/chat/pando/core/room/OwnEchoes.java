package chat.pando.core.room;

import chat.pando.channel.LongTexts;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.EventPlace;
import chat.pando.store.OutboxRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins what this device sent with its outbox entry when the server brings it back: by the event id that the send was
 * answered with, by transaction id, or by the ciphertext, whichever is known.
 */
final class OwnEchoes {

    private final RoomWork work;
    private final Map<EventId, EventPlace> places;
    private final List<OutboxRow> outbox;

    private OwnEchoes(RoomWork work, Map<EventId, EventPlace> places, List<OutboxRow> outbox) {
        this.work = work;
        this.places = places;
        this.outbox = outbox;
    }

    /** Reads what there is to know about all of these events at once. */
    static OwnEchoes among(RoomWork work, List<RoomEvent> events) {
        List<EventId> own = events.stream()
                .filter(event -> isOwn(work, event))
                .map(RoomEvent::id)
                .toList();
        if (own.isEmpty()) {
            return new OwnEchoes(work, Map.of(), List.of());
        }
        return new OwnEchoes(
                work,
                work.tables.eventIds().get(work.draft, work.room(), own),
                work.tables.outbox().of(work.draft, work.room()));
    }

    /** The event, which is one of them, in the clear where an outbox entry became it. */
    Optional<OpenedEvent> of(RoomEvent event) {
        if (!isOwn(work, event)) {
            return Optional.empty();
        }
        return answered(event)
                .or(() -> outbox.stream()
                        .filter(entry -> sameTransaction(entry, event) || sameCiphertext(entry, event))
                        .findFirst())
                .flatMap(entry -> content(entry, event).map(content -> OpenedEvent.own(event, entry, content)));
    }

    /** What the event says: of a long text it is the part that was answered with its id, else the one in flight. */
    private Optional<JsonObject> content(OutboxRow entry, RoomEvent event) {
        if (entry.parts().isEmpty()) {
            return Optional.of(entry.content());
        }
        int answered = entry.parts().get().accepted().indexOf(event.id());
        int index = answered < 0 ? entry.parts().get().turn() : answered;
        return LongTexts.content(entry, index, work.me, work.tables, work.draft);
    }

    private Optional<OutboxRow> answered(RoomEvent event) {
        return Optional.ofNullable(places.get(event.id()))
                .filter(place -> place.position().isEmpty())
                .flatMap(place -> outbox.stream().filter(entry -> entry.number() == place.outbox()).findFirst());
    }

    private static boolean isOwn(RoomWork work, RoomEvent event) {
        return work.isMine(event.sender()) && event.stateKey().isEmpty();
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
