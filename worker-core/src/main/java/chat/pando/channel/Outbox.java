package chat.pando.channel;

import chat.pando.channel.segment.Cut;
import chat.pando.channel.segment.Segmentation;
import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.TransactionId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.EventPlace;
import chat.pando.store.OutboxRow;
import chat.pando.store.Position;
import chat.pando.store.Reads;
import chat.pando.store.Tables;
import chat.pando.store.TimelineRow;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The messages that are on their way, as jobs change them. */
public final class Outbox {

    private static final int TRANSACTION_BYTES = 12;

    private final UserId me;
    private final Tables tables;
    private final Clock clock;
    private final Entropy entropy;
    private final Segmentation segmentation;
    private final Channels channels;

    public Outbox(
            UserId me, Tables tables, Clock clock, Entropy entropy, Segmentation segmentation, Channels channels) {
        this.me = me;
        this.tables = tables;
        this.clock = clock;
        this.entropy = entropy;
        this.segmentation = segmentation;
        this.channels = channels;
    }

    /** A new message, behind all others of its room. */
    public OutboxRow add(RoomId room, String type, JsonObject content, Draft draft) {
        OutboxRow row = fresh(room, type, content, Optional.empty(), draft);
        put(row, draft);
        return row;
    }

    /** Cuts a text that is too long for one event; what takes long is done before the job that adds it. */
    public Cut cut(String text) {
        return segmentation.cut(text, MessageLimit.partBytes());
    }

    /** A new message of several parts, behind all others of its room. */
    public OutboxRow add(RoomId room, Cut text, Draft draft) {
        OutboxRow.Parts parts = new OutboxRow.Parts(LongTexts.head(text.transfer()), List.of(), false);
        JsonObject start = LongTexts.start(text.parts().get(0));
        OutboxRow row = fresh(room, "m.room.message", start, Optional.of(parts), draft);
        put(row, draft);
        LongTexts.store(row, text.parts(), me, tables, draft);
        return row;
    }

    private OutboxRow fresh(
            RoomId room, String type, JsonObject content, Optional<OutboxRow.Parts> parts, Draft draft) {
        return new OutboxRow(
                room,
                tables.meta().nextNumber(draft),
                newTransaction(),
                clock.now(),
                type,
                content,
                OutboxRow.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                parts);
    }

    /** The room's oldest message that the server has neither accepted nor refused. */
    Optional<OutboxRow> next(RoomId room, Reads reads) {
        return tables.outbox().of(reads, room).stream()
                .filter(row -> row.state() == OutboxRow.State.WAITING || row.state() == OutboxRow.State.SENDING)
                .findFirst();
    }

    /**
     * The message with the content of the event that is to be sent next: of a long text, its next part. Empty where
     * that part is lost.
     */
    Optional<OutboxRow> nextEvent(OutboxRow row, Reads reads) {
        if (row.parts().isEmpty()) {
            return Optional.of(row);
        }
        return LongTexts.content(row, row.parts().get().turn(), me, tables, reads).map(row::withContent);
    }

    void put(OutboxRow row, Draft draft) {
        tables.outbox().put(draft, row);
    }

    /** Shows the message as waiting: an attempt to send it did not get through, or it is unknown whether it did. */
    void delayed(OutboxRow sent, boolean doubtful, Draft draft) {
        underWay(sent, draft)
                .filter(row -> row.state() == OutboxRow.State.SENDING)
                .map(row -> row.withState(OutboxRow.State.WAITING))
                .ifPresent(row -> put(doubtful ? row.doubted() : row, draft));
    }

    /** The server has accepted the message. Where /sync was faster, the entry is joined with what it brought. */
    void accepted(OutboxRow sent, EventId event, Draft draft) {
        Optional<OutboxRow> entry = underWay(sent, draft);
        if (entry.isEmpty()) {
            return;
        }
        if (entry.get().counted() > 0) {
            channels.accepted(sent.room(), entry.get().counted(), event, transfer(entry.get()), draft);
        }
        if (entry.get().parts().isPresent()) {
            partAccepted(entry.get(), event, draft);
            return;
        }
        Optional<Position> position = tables.eventIds().position(draft, sent.room(), event);
        if (position.isEmpty()) {
            put(entry.get().acceptedAs(event), draft);
            tables.eventIds().put(draft, EventPlace.inOutbox(sent.room(), event, sent.number()));
            return;
        }
        tables.outbox().delete(draft, sent);
        tables.timeline()
                .get(draft, sent.room(), position.get())
                .ifPresent(row -> tables.timeline().put(draft, row.withKey(sent.key(), TimelineRow.Standing.SENT)));
    }

    /** The long text that a message is. */
    public static Optional<String> transfer(OutboxRow row) {
        return row.parts().map(parts -> parts.head().id());
    }

    /**
     * The server has accepted the part of a long text whose turn it was, as its answer says or, where that is late or
     * lost, as /sync shows. The next part's turn comes.
     */
    public void partAccepted(OutboxRow row, EventId event, Draft draft) {
        OutboxRow now = row.partAcceptedAs(event, newTransaction());
        if (tables.eventIds().position(draft, row.room(), event).isEmpty()) {
            tables.eventIds().put(draft, EventPlace.inOutbox(row.room(), event, row.number()));
        }
        if (now.isWithdrawn()) {
            redactParts(now, draft);
        } else {
            put(now, draft);
        }
    }

    /**
     * The server doesn't have a message any more that it had accepted. A retry sends it as a new one; should the first
     * one come after all, it is joined with this entry still.
     */
    void vanished(OutboxRow sent, EventId event, Draft draft) {
        underWay(sent, draft)
                .filter(row -> row.state() == OutboxRow.State.SENT && row.event().equals(Optional.of(event)))
                .ifPresent(row -> {
                    channels.voided(row.room(), row.counted(), draft);
                    put(row.renewed(newTransaction()).failedWith(Refusal.VANISHED), draft);
                });
    }

    void failed(OutboxRow sent, OutboxRow.Failure why, Draft draft) {
        Optional<OutboxRow> entry = underWay(sent, draft);
        if (entry.isEmpty()) {
            return;
        }
        OutboxRow row = free(entry.get(), draft);
        if (row.isWithdrawn()) {
            redactParts(row, draft);
        } else {
            put(row.failedWith(why), draft);
        }
    }

    /**
     * Tries a failed message again. A long text goes on with the parts that the server has not accepted. False where
     * there is no such message.
     *
     * <p>It keeps its place: behind what was written before it, ahead of what was written after it and is not sent
     * yet. So a retry changes no order; what the server has by now stays where the server has put it.
     */
    public boolean retry(RoomId room, String key, Draft draft) {
        Optional<OutboxRow> failed = byKey(room, key, draft).filter(row -> row.state() == OutboxRow.State.FAILED);
        failed.ifPresent(row -> retry(row, draft));
        return failed.isPresent();
    }

    /** Tries all failed messages of a room again, in the order in which they were written; answers how many. */
    public int retryAll(RoomId room, Draft draft) {
        List<OutboxRow> failed = tables.outbox().of(draft, room).stream()
                .filter(row -> row.state() == OutboxRow.State.FAILED)
                .toList();
        failed.forEach(row -> retry(row, draft));
        return failed.size();
    }

    /** What the server has refused goes to it as a new one; what it may have goes as the same one, to be there once. */
    private void retry(OutboxRow failed, Draft draft) {
        put(failed.doubtful()
                ? failed.withState(OutboxRow.State.WAITING)
                : failed.renewed(newTransaction()), draft);
    }

    /**
     * Takes a message back that has failed, or that the server can't have; of a long text also the parts that it has.
     * False where it is too late.
     */
    public boolean discard(RoomId room, String key, Draft draft) {
        Optional<OutboxRow> found = byKey(room, key, draft).filter(Outbox::canBeTakenBack);
        found.ifPresent(row -> {
            if (row.parts().isEmpty()) {
                tables.outbox().delete(draft, free(row, draft));
            } else if (isInFlight(row)) {
                LongTexts.remove(row, me, tables, draft);
                put(row.withdrawn(), draft);
            } else {
                redactParts(free(row, draft), draft);
            }
        });
        return found.isPresent();
    }

    private static boolean canBeTakenBack(OutboxRow row) {
        if (row.parts().isPresent()) {
            return row.state() != OutboxRow.State.SENT && !row.isWithdrawn();
        }
        return row.state() == OutboxRow.State.FAILED
                || row.state() == OutboxRow.State.WAITING && !row.doubtful();
    }

    /** Whether the server may have an event of it that it has not told of. */
    private static boolean isInFlight(OutboxRow row) {
        return row.state() == OutboxRow.State.SENDING && row.sealed().isPresent() || row.doubtful();
    }

    /** Where the server surely doesn't have the message, its number is for another one. */
    private OutboxRow free(OutboxRow row, Draft draft) {
        if (row.counted() == 0 || row.doubtful()) {
            return row;
        }
        channels.withdrawn(row.room(), row.counted(), draft);
        return row.uncounted();
    }

    /** Lets go of a message, and takes back from the server what it has of it. */
    private void redactParts(OutboxRow row, Draft draft) {
        OutboxRow.Parts parts = row.parts().orElseThrow();
        forget(row, draft);
        parts.accepted().forEach(event -> add(row.room(), Withdrawal.REDACTION, Withdrawal.of(event), draft));
    }

    /** Removes a long text that is on its way and won't arrive. */
    public void forget(OutboxRow row, Draft draft) {
        tables.outbox().delete(draft, row);
        LongTexts.remove(row, me, tables, draft);
    }

    private Optional<OutboxRow> byKey(RoomId room, String key, Draft draft) {
        return tables.outbox().of(draft, room).stream()
                .filter(row -> row.key().equals(key))
                .findFirst();
    }

    /** The entry as it is now, if what was sent is still what it waits for: what comes late says nothing new. */
    private Optional<OutboxRow> underWay(OutboxRow sent, Draft draft) {
        return tables.outbox()
                .get(draft, sent.room(), sent.number())
                .filter(row -> row.transaction().equals(sent.transaction()));
    }

    private TransactionId newTransaction() {
        String random = Base64.getUrlEncoder().withoutPadding().encodeToString(entropy.bytes(TRANSACTION_BYTES));
        return new TransactionId("pando-" + random);
    }
}
