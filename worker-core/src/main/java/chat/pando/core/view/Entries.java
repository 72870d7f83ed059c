package chat.pando.core.view;

import chat.pando.core.room.Shown;
import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import chat.pando.protocol.TimelineItem.State;
import chat.pando.store.GapRow;
import chat.pando.store.OutboxRow;
import chat.pando.store.OutboxTable;
import chat.pando.store.Position;
import chat.pando.store.TimelineRow;
import java.util.Optional;

/** The entries of a timeline as tabs show them. */
final class Entries {

    /** Sorts what is in the outbox after everything that has a position. */
    private static final String AFTER_ALL = "~";

    private Entries() {}

    /** The entry of an event, or empty where it turned out to be one that isn't shown. */
    static Optional<TimelineItem> of(TimelineRow row) {
        return content(row).map(content -> new TimelineItem(
                row.key(),
                Optional.of(row.event().value()),
                row.position().text(),
                row.sender().value(),
                row.timestamp(),
                content,
                state(row),
                Optional.empty()));
    }

    static TimelineItem of(OutboxRow row, UserId me) {
        return new TimelineItem(
                row.key(),
                row.event().map(event -> event.value()),
                AFTER_ALL + OutboxTable.padded(row.number()),
                me.value(),
                row.writtenAt(),
                message(row.content()),
                State.valueOf(row.state().name()),
                row.failure().map(Entries::problem));
    }

    static TimelineItem of(GapRow row) {
        return new TimelineItem(
                gapKey(row.stretch()),
                Optional.empty(),
                Position.ofGapBefore(row.stretch()).text(),
                "",
                0,
                new Content.Gap(),
                State.RECEIVED,
                Optional.empty());
    }

    static String gapKey(long stretch) {
        return "gap-" + stretch;
    }

    private static Problem problem(OutboxRow.Failure failure) {
        for (Problem.Code code : Problem.Code.values()) {
            if (code.name().equals(failure.code())) {
                return new Problem(code, failure.words());
            }
        }
        return new Problem(Problem.Code.SERVER_ERROR, failure.words());
    }

    private static State state(TimelineRow row) {
        if (row.undecrypted().isPresent()) {
            return State.UNDECRYPTABLE;
        }
        return row.standing() == TimelineRow.Standing.REDACTED
                ? State.RECEIVED
                : State.valueOf(row.standing().name());
    }

    private static Optional<Content> content(TimelineRow row) {
        if (row.standing() == TimelineRow.Standing.REDACTED) {
            return Optional.of(new Content.Redacted());
        }
        if (row.undecrypted().isPresent()) {
            return Optional.of(new Content.Undecryptable(row.undecrypted().get().reason()));
        }
        if (row.stateKey().isPresent()) {
            return Sentence.of(row).map(Content.Happening::new);
        }
        if (!Shown.isShown(row.type(), row.content())) {
            return Optional.empty();
        }
        return Optional.of(
                row.type().equals("m.room.message")
                        ? message(row.content())
                        : new Content.Other(row.type(), body(row.content())));
    }

    private static Content message(JsonObject content) {
        String type = content.string("msgtype").orElse("");
        return switch (type) {
            case "m.text" -> new Content.Text(Content.Text.Kind.TEXT, body(content));
            case "m.notice" -> new Content.Text(Content.Text.Kind.NOTICE, body(content));
            case "m.emote" -> new Content.Text(Content.Text.Kind.EMOTE, body(content));
            default -> new Content.Other(type, body(content));
        };
    }

    private static String body(JsonObject content) {
        return content.string("body").orElse("");
    }
}
