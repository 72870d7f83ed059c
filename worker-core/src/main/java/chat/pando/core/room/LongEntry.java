package chat.pando.core.room;

import chat.pando.channel.segment.Part;
import chat.pando.json.JsonObject;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.OutboxRow;
import chat.pando.store.Position;
import chat.pando.store.TimelineRow;
import chat.pando.store.TransferRow;
import chat.pando.store.TransferRow.State;
import java.util.Optional;

/**
 * The entry of a long text in its room's timeline.
 *
 * <p>It stands where the last of its parts stands: that is when the text was said to its end. So it stays below what a
 * person has read already when more of it comes, and whoever has read up to it has read all of it, as receipts tell
 * others. It is there from its first part on, and says how many there are.
 */
final class LongEntry {

    /** The type of an entry that has become part of another one; nothing shows it. */
    private static final String HIDDEN = "chat.pando.part";

    private LongEntry() {}

    /** A part that has just come. */
    record Arrived(RoomEvent event, Part part, Position position, boolean counts) {}

    /** Shows a transfer as it is with a part that has come. */
    static void show(RoomWork work, TransferRow transfer, Arrived arrived) {
        Optional<TimelineRow> before = shown(work, transfer);
        TransferRow.Arrival last = transfer.last();
        boolean moves = before.filter(row -> row.position().equals(last.position())).isEmpty();
        long timestamp = moves ? arrived.event().timestamp() : before.get().timestamp();
        before.filter(row -> moves).ifPresent(row -> work.tables.timeline().delete(work.draft, row));
        TimelineRow row = entry(work, transfer, timestamp);
        work.tables.timeline().put(work.draft, row);
        work.tables.transfers().store(work.draft, transfer.shownAt(last.position()));
        TimelineWriter.digest(work, row);
        if (arrived.counts() && moves && before.filter(earlier -> isUnread(work, earlier)).isEmpty()) {
            TimelineWriter.count(work, row);
        }
    }

    private static boolean isUnread(RoomWork work, TimelineRow row) {
        return !work.isMine(row.sender())
                && row.position().text().compareTo(work.row.reading().own()) > 0;
    }

    private static TimelineRow entry(RoomWork work, TransferRow transfer, long timestamp) {
        TransferRow.Arrival last = transfer.last();
        return new TimelineRow(
                transfer.room(),
                last.position(),
                transfer.key(),
                last.event(),
                transfer.sender(),
                timestamp,
                "m.room.message",
                Optional.empty(),
                JsonObject.builder().put("msgtype", "m.text").put("body", transfer.start()).build(),
                JsonObject.EMPTY,
                transfer.outbox() > 0
                        ? TimelineWriter.standing(
                                work, last.position(), transfer.events(), work.order.isDelivered(transfer))
                        : TimelineRow.Standing.RECEIVED,
                Optional.empty(),
                Optional.of(new TimelineRow.LongText(
                        transfer.head(), transfer.arrivals().size(), transfer.state())));
    }

    /** Lets the parts of an unfinished text go, which can be one of another room, and says so in its entry. */
    static void lose(RoomWork work, TransferRow transfer) {
        TransferRow lost = transfer.withState(State.LOST);
        work.tables.parts().deleteAll(work.draft, transfer.room(), transfer.sender(), transfer.head());
        work.tables.transfers().store(work.draft, lost);
        shown(work, transfer).ifPresent(row ->
                work.tables.timeline().put(work.draft, entry(work, lost, row.timestamp())));
    }

    /** Removes a text; where this device was still sending it, it leaves an entry that says so. */
    static void remove(RoomWork work, TransferRow transfer, Optional<OutboxRow> owner) {
        Position place = transfer.shown().orElse(transfer.last().position());
        Optional<TimelineRow> entry = shown(work, transfer)
                .or(() -> owner.map(row -> entry(work, transfer, row.writtenAt())));
        work.tables.parts().deleteAll(work.draft, transfer.room(), transfer.sender(), transfer.head());
        work.tables.transfers().store(work.draft, transfer.withState(State.REMOVED).shownAt(place));
        entry.ifPresent(row -> TimelineWriter.replace(work, row.redacted()));
    }

    /** The text begins otherwise now. */
    static void begins(RoomWork work, TransferRow transfer, JsonObject start) {
        work.tables.transfers().store(work.draft, transfer.withStart(start.requireString("body")));
        shown(work, transfer).ifPresent(row -> TimelineWriter.replace(work, row.withContent(row.type(), start)));
    }

    /** What stood for a part while it couldn't be decrypted is an entry no more. */
    static void hide(RoomWork work, TimelineRow row) {
        boolean replaced = work.tables
                .timeline()
                .get(work.draft, work.room(), row.position())
                .filter(now -> now.longText().isPresent())
                .isPresent();
        if (!replaced) {
            work.tables.timeline().put(work.draft, row.withContent(HIDDEN, JsonObject.EMPTY));
        }
        if (work.row.digest().unread() > 0) {
            Receipts.recount(work);
        }
    }

    private static Optional<TimelineRow> shown(RoomWork work, TransferRow transfer) {
        return transfer.shown().flatMap(position -> work.tables
                .timeline()
                .get(work.draft, transfer.room(), position));
    }
}
