package chat.pando.core.room;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.EventPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in events that were fetched, or passed on by another device, because a message is missing. */
final class FoundEvents {

    private final Opener opener;

    FoundEvents(Opener opener) {
        this.opener = opener;
    }

    /**
     * Those of the events that are missing come into the timeline; the others come by their own way, or have come.
     *
     * @param of the message that one event was asked for as
     */
    void take(RoomWork work, List<RoomEvent> events, Optional<MessageId> of) {
        List<RoomEvent> encrypted = events.stream()
                .filter(event -> event.stateKey().isEmpty() && !work.isMine(event.sender()))
                .filter(event -> event.encrypted())
                .toList();
        Map<EventId, EventPlace> known = work.tables.eventIds().get(
                work.draft, work.room(), encrypted.stream().map(RoomEvent::id).toList());
        for (OpenedEvent opened : opener.open(work, encrypted)) {
            boolean stands = Optional.ofNullable(known.get(opened.event().id()))
                    .flatMap(EventPlace::position)
                    .isPresent();
            if (opened.closed().isPresent() || opened.event().redacted()) {
                of.ifPresent(id -> work.order.closed(id, opened, stands));
            } else {
                work.order.found(opened, stands);
            }
        }
    }

    /**
     * An event that another device has passed on. What is inside is its sender's, as the room key proves. That it is the
     * event of this id, nothing proves but who passes it on: its own device, or another one where others have named the
     * same event. Else somebody could give the message another id, and have the true event taken for a copy.
     */
    void passedOn(RoomWork work, RoomEvent event, Participant by) {
        if (work.tables.eventIds().get(work.draft, work.room(), event.id()).isPresent()
                || work.isMine(event.sender())) {
            return;
        }
        boolean named = work.order.isNamed(event.id());
        if (event.encrypted() && (named || work.order.isDeviceOf(by, event.sender()))) {
            take(work, List.of(event), Optional.empty());
        }
    }
}
