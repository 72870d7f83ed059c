package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonValue;
import chat.pando.matrix.EventId;
import chat.pando.matrix.UserId;
import chat.pando.store.Position;
import chat.pando.store.Reading;
import chat.pando.store.TimelineRow;
import java.util.Map;
import java.util.Optional;

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
            readByAnother(work, position);
        }
    }

    /** The person has read up to here, in this client or another. */
    static void readByMe(RoomWork work, Position position) {
        Reading reading = work.row.reading();
        if (position.text().compareTo(reading.own()) <= 0) {
            return;
        }
        work.row = work.row.withReading(new Reading(position.text(), reading.others(), reading.unsent()));
        if (position.equals(work.row.ends().last())) {
            work.row = work.row.withDigest(work.row.digest().withUnread(0));
            return;
        }
        long unread = work.tables.timeline().after(work.draft, work.room(), position.text()).stream()
                .filter(row -> Shown.isMessage(row.type()) && !work.isMine(row.sender()))
                .count();
        work.row = work.row.withDigest(work.row.digest().withUnread((int) unread));
    }

    private static void readByAnother(RoomWork work, Position position) {
        Reading reading = work.row.reading();
        if (position.text().compareTo(reading.others()) <= 0) {
            return;
        }
        for (TimelineRow row : work.tables.timeline().after(work.draft, work.room(), reading.others())) {
            if (row.position().compareTo(position) <= 0 && row.standing() == TimelineRow.Standing.SENT) {
                work.tables.timeline().put(work.draft, row.withStanding(TimelineRow.Standing.READ));
            }
        }
        work.row = work.row.withReading(new Reading(reading.own(), position.text(), reading.unsent()));
    }
}
