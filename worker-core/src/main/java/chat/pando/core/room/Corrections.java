package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.TimelineRow;
import java.util.Optional;

/** What later events do to earlier ones: redactions and replacements. */
final class Corrections {

    private Corrections() {}

    /** Removes an event's content. */
    static void redact(RoomWork work, EventId target) {
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
        Optional<TimelineRow> original = Shown.edited(edit.content())
                .flatMap(EventId::parse)
                .flatMap(target -> entry(work, target))
                .filter(row -> replaceable(row, edit));
        if (content.isPresent() && original.isPresent()) {
            TimelineWriter.replace(work, original.get().withContent("m.room.message", content.get()));
        }
    }

    private static boolean replaceable(TimelineRow row, RoomEvent edit) {
        return row.sender().equals(edit.sender())
                && row.type().equals("m.room.message")
                && row.standing() != TimelineRow.Standing.REDACTED;
    }

    private static Optional<TimelineRow> entry(RoomWork work, EventId event) {
        return work.tables
                .eventIds()
                .position(work.draft, work.room(), event)
                .flatMap(position -> work.tables.timeline().get(work.draft, work.room(), position));
    }
}
