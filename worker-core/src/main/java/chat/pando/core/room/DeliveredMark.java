package chat.pando.core.room;

import chat.pando.matrix.EventId;
import chat.pando.store.EventPlace;
import chat.pando.store.NumberedRow;
import chat.pando.store.TimelineRow;
import chat.pando.store.TransferRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The mark of an own message that every device of the others that runs Pando has stored. A long text has it when all of
 * its parts have.
 */
final class DeliveredMark {

    /** The parts of a text are counted near each other: no text has more parts. */
    private static final int MOST_APART = 512;

    private DeliveredMark() {}

    /** An own message has come everywhere. */
    static void set(RoomWork work, NumberedRow message, EventId event) {
        Optional<TransferRow> transfer = transfer(work, event);
        if (transfer.isEmpty() || isDelivered(work, transfer.get(), message.device(), message.number())) {
            entry(work, event).ifPresent(row -> set(work, row));
        }
    }

    /** The entry of the timeline that shows an event, by itself or as a part of a long text. */
    static Optional<TimelineRow> entry(RoomWork work, EventId event) {
        return transfer(work, event)
                .map(TransferRow::shown)
                .orElseGet(() -> work.tables.eventIds().position(work.draft, work.room(), event))
                .flatMap(position -> work.tables.timeline().get(work.draft, work.room(), position));
    }

    private static Optional<TransferRow> transfer(RoomWork work, EventId event) {
        return work.tables.eventIds()
                .get(work.draft, work.room(), event)
                .flatMap(EventPlace::part)
                .flatMap(part -> work.tables.transfers()
                        .get(work.draft, work.room(), part.sender(), part.transfer()));
    }

    private static void set(RoomWork work, TimelineRow row) {
        if (row.standing() == TimelineRow.Standing.SENT) {
            work.tables.timeline().put(
                    work.draft, row.withStanding(TimelineWriter.standing(work, row.position(), List.of(), true)));
        }
    }

    /** @param near the number of one of its parts, or of a message soon after it */
    static boolean isDelivered(RoomWork work, TransferRow transfer, String self, long near) {
        Optional<String> id = Optional.of(transfer.head().id());
        Set<EventId> parts = new HashSet<>();
        work.tables.numbered()
                .between(work.draft, work.room(), self, near - MOST_APART, near + MOST_APART)
                .stream()
                .filter(row -> row.delivered() && row.transfer().equals(id))
                .forEach(row -> row.event().ifPresent(parts::add));
        return transfer.arrivals().size() == transfer.head().count()
                && transfer.arrivals().stream().allMatch(arrival -> parts.contains(arrival.event()));
    }
}
