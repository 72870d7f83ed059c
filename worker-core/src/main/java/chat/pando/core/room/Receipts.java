package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.matrix.EventId;
import chat.pando.matrix.UserId;
import chat.pando.store.Position;
import chat.pando.store.Reading;
import chat.pando.store.TimelineRow;
import chat.pando.store.TransferRow;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far people have read (spec, section "Receipts"). */
final class Receipts {

    private Receipts() {}

    /** Takes in an ephemeral event: those of type m.receipt say who has read up to where. */
    static void apply(RoomWork work, JsonObject ephemeral) {
        if (!ephemeral.string("type").equals(Optional.of("m.receipt"))) {
            return;
        }
        ephemeral.at("content").members().forEach((event, receipts) -> EventId.parse(event)
                .flatMap(id -> work.tables.eventIds().position(work.draft, work.room(), id))
                .ifPresent(position -> apply(work, position, receipts)));
    }

    private static void apply(RoomWork work, Position position, JsonValue receipts) {
        if (!(receipts instanceof JsonObject byType)) {
            return;
        }
        for (String type : new String[] {"m.read", "m.read.private"}) {
            for (Map.Entry<String, JsonValue> receipt : byType.at(type).members().entrySet()) {
                if (coversTheRoom(receipt.getValue())) {
                    UserId.parse(receipt.getKey()).ifPresent(user -> readBy(work, user, position));
                }
            }
        }
    }

    /** A receipt of one thread says nothing about the rest. */
    private static boolean coversTheRoom(JsonValue receipt) {
        return receipt instanceof JsonObject object
                && object.string("thread_id").orElse("main").equals("main");
    }

    private static void readBy(RoomWork work, UserId user, Position position) {
        if (work.isMine(user)) {
            readByMe(work, position);
        } else {
            readByAnother(work, user, position);
        }
    }

    /** The person has read up to here, in this client or another. */
    static void readByMe(RoomWork work, Position position) {
        Reading reading = work.row.reading();
        if (position.text().compareTo(reading.own()) <= 0) {
            return;
        }
        work.row = work.row.withReading(reading.readUpTo(position.text()));
        if (position.equals(work.row.ends().last())) {
            work.row = work.row.withDigest(work.row.digest().withUnread(0));
            return;
        }
        recount(work);
    }

    /** Counts what the person hasn't read. */
    static void recount(RoomWork work) {
        String read = work.row.reading().own();
        long unread = work.tables.timeline().after(work.draft, work.room(), read).stream()
                .filter(row -> Shown.isMessage(row.type()) && !work.isMine(row.sender()))
                .count();
        work.row = work.row.withDigest(work.row.digest().withUnread((int) unread));
    }

    /** Who reads on has read what is above, but for what is hidden from them: a receipt doesn't know of that. */
    private static void readByAnother(RoomWork work, UserId user, Position position) {
        Reading before = work.row.reading();
        if (position.text().compareTo(before.of(user)) <= 0) {
            return;
        }
        work.row = work.row.withReading(before.readBy(user, position.text()));
        Set<EventId> unheard = work.order.unheard(user);
        if (position.text().compareTo(before.others()) > 0) {
            for (TimelineRow row :
                    work.tables.timeline().between(work.draft, work.room(), before.others(), position)) {
                read(work, row, unheard);
            }
        }
        passedOver(work, before, user).forEach(event -> readPast(work, user, event, unheard));
    }

    /** What those haven't got who were ahead of this reader: all else that they have read past is read already. */
    private static Set<EventId> passedOver(RoomWork work, Reading before, UserId user) {
        Set<EventId> events = new HashSet<>();
        before.readers().forEach((reader, position) -> {
            if (!reader.equals(user) && position.compareTo(before.of(user)) > 0) {
                events.addAll(work.order.unheard(reader));
            }
        });
        return events;
    }

    /** A device of somebody has got an own message, which that person may have read past before. */
    static void heard(RoomWork work, UserId user, EventId event) {
        readPast(work, user, event, work.order.unheard(user));
    }

    private static void readPast(RoomWork work, UserId user, EventId event, Set<EventId> unheard) {
        DeliveredMark.entry(work, event)
                .filter(row -> row.position().text().compareTo(work.row.reading().of(user)) <= 0)
                .ifPresent(row -> read(work, row, unheard));
    }

    /** Whether somebody who has read past an own message has got all events that it came in, as far as is known. */
    static boolean isRead(RoomWork work, Position position, Collection<EventId> events) {
        return work.row.reading().readers().entrySet().stream()
                .filter(reader -> position.text().compareTo(reader.getValue()) <= 0)
                .anyMatch(reader -> Collections.disjoint(work.order.unheard(reader.getKey()), events));
    }

    private static void read(RoomWork work, TimelineRow row, Set<EventId> unheard) {
        boolean own = row.standing() == TimelineRow.Standing.SENT
                || row.standing() == TimelineRow.Standing.DELIVERED;
        if (own && Collections.disjoint(unheard, events(work, row))) {
            work.tables.timeline().put(work.draft, row.withStanding(TimelineRow.Standing.READ));
        }
    }

    /** The events that an entry came in. */
    private static List<EventId> events(RoomWork work, TimelineRow row) {
        return row.longText()
                .flatMap(text -> work.tables.transfers()
                        .get(work.draft, work.room(), row.sender(), text.head().id()))
                .map(TransferRow::events)
                .orElse(List.of(row.event()));
    }
}
