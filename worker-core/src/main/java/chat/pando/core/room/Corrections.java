package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.EventPlace;
import chat.pando.store.TimelineRow;
import java.util.Optional;

/** What later events do to earlier ones: redactions and replacements. */
final class Corrections {

    private Corrections() {}

    /** Removes an event's content; with a part of a long text, all of the text. */
    static void redact(RoomWork work, EventId target) {
        Optional<EventPlace.PartOf> part = part(work, target);
        if (part.isPresent()) {
            Assembly.remove(work, part.get());
            return;
        }
        work.order.redacted(target);
        entry(work, target).ifPresent(row -> {
            row.undecrypted().ifPresent(why -> work.tables
                    .undecryptable()
                    .delete(work.draft, work.room(), why.session(), row.position()));
            TimelineWriter.replace(work, row.redacted());
        });
    }

    /** Replaces a message by its sender's new version; an edit of what is not known is passed over. */
    static void edit(RoomWork work, RoomEvent edit) {
        Optional<JsonObject> content = edit.content().object("m.new_content");
        Optional<EventId> target = Shown.edited(edit.content()).flatMap(EventId::parse);
        Optional<EventPlace.PartOf> part = target.flatMap(event -> part(work, event))
                .filter(known -> known.sender().equals(edit.sender()));
        if (part.isPresent()) {
            content.flatMap(now -> now.string("body")).ifPresent(now -> Assembly.edit(work, part.get(), now));
            return;
        }
        Optional<TimelineRow> original = target.flatMap(event -> entry(work, event))
                .filter(row -> replaceable(row, edit));
        if (content.isPresent() && original.isPresent()) {
            TimelineWriter.replace(work, original.get().withContent("m.room.message", content.get()));
        }
    }

    private static Optional<EventPlace.PartOf> part(RoomWork work, EventId event) {
        return work.tables.eventIds().get(work.draft, work.room(), event).flatMap(EventPlace::part);
    }

    private static boolean replaceable(TimelineRow row, RoomEvent edit) {
        return row.sender().equals(edit.sender())
                && row.type().equals("m.room.message")
                && row.longText().isEmpty()
                && row.standing() != TimelineRow.Standing.REDACTED;
    }

    private static Optional<TimelineRow> entry(RoomWork work, EventId event) {
        return work.tables
                .eventIds()
                .position(work.draft, work.room(), event)
                .flatMap(position -> work.tables.timeline().get(work.draft, work.room(), position));
    }
}
