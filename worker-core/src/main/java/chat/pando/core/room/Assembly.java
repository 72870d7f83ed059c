package chat.pando.core.room;

import chat.pando.channel.LongTexts;
import chat.pando.channel.segment.Part;
import chat.pando.channel.segment.PartContent;
import chat.pando.channel.segment.Received;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.UserId;
import chat.pando.store.EventPlace;
import chat.pando.store.OutboxRow;
import chat.pando.store.PartRow;
import chat.pando.store.Position;
import chat.pando.store.TransferRow;
import chat.pando.store.TransferRow.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts long texts together: their parts, in whatever order they come, become one entry of the timeline.
 *
 * <p>What this device sends itself stands in the outbox until all of it is back; see {@link LongEntry} for the rest.
 */
final class Assembly {

    /** So many texts of one sender may be under way at once; more make the oldest be let go. */
    static final int MOST_OPEN = 8;

    private Assembly() {}

    /**
     * Takes in an event that is a part of a long text.
     *
     * @return false where it is none, or doesn't fit what is known of the text: then it is an ordinary message
     */
    static boolean take(RoomWork work, OpenedEvent opened, Position position, boolean counts) {
        RoomEvent event = opened.event();
        Optional<Part> found = part(opened);
        if (found.isEmpty()) {
            return false;
        }
        Part part = found.get();
        Optional<OutboxRow> owner = owner(work, event.sender(), part.transfer().id());
        Optional<TransferRow> known = work.tables
                .transfers()
                .get(work.draft, work.room(), event.sender(), part.transfer().id());
        boolean over = known.filter(row -> row.state() == State.REMOVED || row.state() == State.LOST).isPresent();
        boolean fits = known.map(LongTexts::received)
                .orElseGet(() -> Received.nothingOf(part.transfer()))
                .accepts(part);
        if (!over && !fits && !isThere(work, event.sender(), part)) {
            return false;
        }
        place(work, event, part, position);
        owner.filter(row -> row.parts().orElseThrow().turn() == part.index())
                .ifPresent(row -> {
                    work.order.accepted(row, event.id());
                    work.outbox.partAccepted(row, event.id(), work.draft);
                });
        if (!over && fits) {
            TransferRow row = known.orElseGet(() -> begin(work, event, part, owner));
            add(work, row, new LongEntry.Arrived(event, part, position, counts), owner);
        }
        return true;
    }

    private static Optional<Part> part(OpenedEvent opened) {
        RoomEvent event = opened.event();
        boolean ordinary = event.type().equals("m.room.message")
                && event.stateKey().isEmpty()
                && opened.closed().isEmpty()
                && !event.redacted()
                && Shown.edited(event.content()).isEmpty();
        return ordinary ? PartContent.read(event.content()) : Optional.empty();
    }

    /** The outbox entry that sends a text, where this device still does. */
    private static Optional<OutboxRow> owner(RoomWork work, UserId sender, String transfer) {
        if (!work.isMine(sender)) {
            return Optional.empty();
        }
        return work.tables.outbox().of(work.draft, work.room()).stream()
                .filter(row -> row.parts().filter(parts -> parts.head().id().equals(transfer)).isPresent())
                .findFirst();
    }

    /** Whether the same part has come before: a part that comes twice does no harm. */
    private static boolean isThere(RoomWork work, UserId sender, Part part) {
        return work.tables
                .parts()
                .get(work.draft, work.room(), sender, part.transfer().id(), part.index())
                .filter(row -> row.text().equals(part.text()))
                .isPresent();
    }

    private static void place(RoomWork work, RoomEvent event, Part part, Position position) {
        EventPlace.PartOf of = new EventPlace.PartOf(event.sender(), part.transfer().id(), part.index());
        work.tables.eventIds().put(work.draft, EventPlace.inTransfer(work.room(), event.id(), position, of));
    }

    /** A new transfer. Room is made for it, so that nobody can have this device keep what is never completed. */
    private static TransferRow begin(RoomWork work, RoomEvent event, Part part, Optional<OutboxRow> owner) {
        List<TransferRow> open = work.tables.transfers().open(work.draft, event.sender()).stream()
                .filter(row -> row.outbox() == 0)
                .sorted(Comparator.comparingLong(TransferRow::number))
                .toList();
        open.stream().limit(Math.max(0, open.size() + 1 - MOST_OPEN)).forEach(row -> LongEntry.lose(work, row));
        return TransferRow.fresh(
                work.room(),
                event.sender(),
                LongTexts.head(part.transfer()),
                work.tables.meta().nextNumber(work.draft),
                owner.map(OutboxRow::key).orElse(event.id().value()),
                owner.map(OutboxRow::number).orElse(0L));
    }

    private static void add(RoomWork work, TransferRow before, LongEntry.Arrived arrived, Optional<OutboxRow> owner) {
        Part part = arrived.part();
        EventId event = arrived.event().id();
        String text = part.text();
        TransferRow now = before.with(
                new TransferRow.Arrival(part.index(), part.bytes(), event, arrived.position()),
                part.index() == 0 ? LongTexts.start(text).requireString("body") : before.start());
        if (owner.isEmpty()) {
            work.tables.parts().put(work.draft, new PartRow(
                    work.room(), before.sender(), before.head().id(), part.index(), text, Optional.empty()));
        }
        if (LongTexts.received(now).isComplete()) {
            now = now.withState(isWhole(work, now) ? State.WHOLE : State.DAMAGED);
            owner.ifPresent(row -> work.tables.outbox().delete(work.draft, row));
        } else if (owner.isPresent()) {
            work.tables.transfers().store(work.draft, now);
            return;
        }
        LongEntry.show(work, now, arrived);
    }

    private static boolean isWhole(RoomWork work, TransferRow row) {
        List<String> texts = work.tables.parts().of(work.draft, work.room(), row.sender(), row.head().id()).stream()
                .map(PartRow::text)
                .toList();
        return work.segmentation.isWhole(LongTexts.transfer(row.head()), texts);
    }

    /** A part was removed, and with it the text. */
    static void remove(RoomWork work, EventPlace.PartOf part) {
        Optional<TransferRow> row =
                work.tables.transfers().get(work.draft, work.room(), part.sender(), part.transfer());
        if (row.isEmpty() || row.get().state() == State.REMOVED) {
            return;
        }
        Optional<OutboxRow> owner = owner(work, part.sender(), part.transfer());
        owner.ifPresent(entry -> work.outbox.forget(entry, work.draft));
        LongEntry.remove(work, row.get(), owner);
    }

    /** A part has a new text. */
    static void edit(RoomWork work, EventPlace.PartOf part, String now) {
        Optional<PartRow> row = work.tables
                .parts()
                .get(work.draft, work.room(), part.sender(), part.transfer(), part.index());
        if (row.isEmpty()) {
            return;
        }
        work.tables.parts().put(work.draft, row.get().withEdit(now));
        if (part.index() == 0) {
            JsonObject start = LongTexts.start(now);
            work.tables
                    .transfers()
                    .get(work.draft, work.room(), part.sender(), part.transfer())
                    .ifPresent(transfer -> LongEntry.begins(work, transfer, start));
        }
    }
}
