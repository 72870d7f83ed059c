package chat.pando.core.room;

import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.EventPlace;
import chat.pando.store.OutboxRow;
import chat.pando.store.Position;
import chat.pando.store.RoomDigest;
import chat.pando.store.TimelineRow;
import chat.pando.store.UndecryptableRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts one event into a room's timeline, once, whatever kind of event it is. */
final class TimelineWriter {

    private TimelineWriter() {}

    /**
     * Takes in an event that is not in the timeline yet.
     *
     * @param counts whether it counts as unread, where it is new to the person
     */
    static void put(RoomWork work, OpenedEvent opened, Position position, boolean counts) {
        RoomEvent event = opened.event();
        if (Assembly.take(work, opened, position, counts)) {
            return;
        }
        opened.own().ifPresent(entry -> work.order.returned(entry, event.id()));
        work.tables.eventIds().put(work.draft, EventPlace.inTimeline(work.room(), event.id(), position));
        if (event.type().equals("m.room.redaction")) {
            redacted(event).ifPresent(target -> Corrections.redact(work, target));
        } else if (opened.closed().isEmpty() && Shown.edited(event.content()).isPresent()) {
            Corrections.edit(work, event);
        } else if (Shown.isShown(event) || opened.closed().isPresent()) {
            show(work, row(work, opened, position), opened, counts);
        }
    }

    private static Optional<EventId> redacted(RoomEvent redaction) {
        return redaction.json().string("redacts").or(() -> redaction.content().string("redacts"))
                .flatMap(EventId::parse);
    }

    private static TimelineRow row(RoomWork work, OpenedEvent opened, Position position) {
        RoomEvent event = opened.event();
        TimelineRow row = new TimelineRow(
                work.room(),
                position,
                opened.own().map(OutboxRow::key).orElse(event.id().value()),
                event.id(),
                event.sender(),
                event.timestamp(),
                event.type(),
                event.stateKey(),
                event.content(),
                event.previousContent(),
                opened.own()
                        .map(entry -> standing(
                                work, position, List.of(event.id()), work.order.isDelivered(entry.counted())))
                        .orElse(TimelineRow.Standing.RECEIVED),
                opened.closed(),
                Optional.empty());
        return event.redacted() ? row.redacted() : row;
    }

    /**
     * Whether a message of this device was read by somebody or, if not, has come everywhere. It may be put below what
     * others have read, in a gap that is being filled: that alone doesn't say that they have got it.
     *
     * @param events     those that it came in
     * @param everywhere whether all devices of the others that run Pando have it
     */
    static TimelineRow.Standing standing(
            RoomWork work, Position position, Collection<EventId> events, boolean everywhere) {
        boolean passed = position.text().compareTo(work.row.reading().others()) <= 0;
        if (passed && (everywhere || Receipts.isRead(work, position, events))) {
            return TimelineRow.Standing.READ;
        }
        return everywhere ? TimelineRow.Standing.DELIVERED : TimelineRow.Standing.SENT;
    }

    private static void show(RoomWork work, TimelineRow row, OpenedEvent opened, boolean counts) {
        work.tables.timeline().put(work.draft, row);
        if (opened.heals()) {
            String session = opened.closed().orElseThrow().session();
            work.tables.undecryptable().put(
                    work.draft,
                    new UndecryptableRow(work.room(), session, row.position(), opened.event().json()));
        }
        digest(work, row);
        if (counts && Shown.isMessage(row.type())) {
            count(work, row);
        }
    }

    /** Keeps the list of rooms at the newest message; before the first one, at the newest happening. */
    static void digest(RoomWork work, TimelineRow row) {
        RoomDigest digest = work.row.digest();
        if (!Shown.isMessage(row.type())) {
            if (digest.of().isEmpty()) {
                long activity = Math.max(digest.activity(), row.timestamp());
                work.row = work.row.withDigest(new RoomDigest(activity, "", "", digest.unread()));
            }
        } else if (row.position().text().compareTo(digest.of()) >= 0) {
            work.row = work.row.withDigest(
                    new RoomDigest(row.timestamp(), Preview.of(row), row.position().text(), digest.unread()));
        }
    }

    static void count(RoomWork work, TimelineRow row) {
        if (work.isMine(row.sender())) {
            Receipts.readByMe(work, row.position());
        } else if (row.position().text().compareTo(work.row.reading().own()) > 0) {
            work.row = work.row.withDigest(work.row.digest().withUnread(work.row.digest().unread() + 1));
        }
    }

    /** Writes an entry that has changed in place, and the preview where it shows it. */
    static void replace(RoomWork work, TimelineRow row) {
        work.tables.timeline().put(work.draft, row);
        RoomDigest digest = work.row.digest();
        if (row.position().text().equals(digest.of())) {
            work.row = work.row.withDigest(
                    new RoomDigest(digest.activity(), Preview.of(row), digest.of(), digest.unread()));
        }
    }
}
