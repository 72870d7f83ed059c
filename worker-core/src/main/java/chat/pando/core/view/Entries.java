package chat.pando.core.view;

import chat.pando.channel.Withdrawal;
import chat.pando.core.room.Shown;
import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import chat.pando.protocol.TimelineItem.State;
import chat.pando.store.GapRow;
import chat.pando.store.MissingRow;
import chat.pando.store.OutboxRow;
import chat.pando.store.OutboxTable;
import chat.pando.store.Position;
import chat.pando.store.TimelineRow;
import chat.pando.store.TransferHead;
import chat.pando.store.TransferRow;
import java.util.Optional;

/** The entries of a timeline as tabs show them. */
final class Entries {

    /** Sorts what is in the outbox after everything that has a position. */
    private static final String AFTER_ALL = "~";

    /** What a person took back half-way, where the homeserver keeps what it had of it. */
    private static final Content STILL_THERE = new Content.Text(
            Content.Text.Kind.NOTICE, "A part of a message that you took back is still on the homeserver.");

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

    /** The entry of what this device sends, or empty where it only takes something back, and that isn't refused. */
    static Optional<TimelineItem> of(OutboxRow row, UserId me) {
        boolean takesBack = row.type().equals(Withdrawal.REDACTION);
        if (row.isWithdrawn() || takesBack && row.state() != OutboxRow.State.FAILED) {
            return Optional.empty();
        }
        return Optional.of(new TimelineItem(
                row.key(),
                row.event().map(event -> event.value()),
                AFTER_ALL + OutboxTable.padded(row.number()),
                me.value(),
                row.writtenAt(),
                takesBack ? STILL_THERE : content(row),
                State.valueOf(row.state().name()),
                row.failure().map(Entries::problem)));
    }

    private static Content content(OutboxRow row) {
        return row.parts().map(parts -> longText(row, parts)).orElseGet(() -> message(row.content()));
    }

    private static Content longText(OutboxRow row, OutboxRow.Parts parts) {
        return longText(parts.head(), row.content(), parts.turn(), Content.LongText.Standing.WHOLE);
    }

    private static Content longText(
            TransferHead head, JsonObject start, int present, Content.LongText.Standing standing) {
        return new Content.LongText(head.id(), body(start), head.length(), head.count(), present, standing);
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

    static TimelineItem of(MissingRow row) {
        return new TimelineItem(
                missingKey(row.position()),
                Optional.empty(),
                row.position().text(),
                row.sender().map(UserId::value).orElse(""),
                0,
                new Content.Missing(row.numbers().size()),
                State.RECEIVED,
                Optional.empty());
    }

    static String missingKey(Position position) {
        return "missing-" + position.text();
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
        if (row.longText().isPresent()) {
            TimelineRow.LongText text = row.longText().get();
            return Optional.of(longText(text.head(), row.content(), text.present(), standing(text.state())));
        }
        return Optional.of(
                row.type().equals("m.room.message")
                        ? message(row.content())
                        : new Content.Other(row.type(), body(row.content())));
    }

    private static Content.LongText.Standing standing(TransferRow.State state) {
        return switch (state) {
            case OPEN -> Content.LongText.Standing.OPEN;
            case WHOLE -> Content.LongText.Standing.WHOLE;
            case DAMAGED -> Content.LongText.Standing.DAMAGED;
            case LOST, REMOVED -> Content.LongText.Standing.LOST;
        };
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
