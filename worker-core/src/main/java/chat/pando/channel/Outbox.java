package chat.pando.channel;

import chat.pando.host.Clock;
import chat.pando.host.Entropy;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.TransactionId;
import chat.pando.store.Draft;
import chat.pando.store.EventPlace;
import chat.pando.store.OutboxRow;
import chat.pando.store.Position;
import chat.pando.store.Reads;
import chat.pando.store.Tables;
import chat.pando.store.TimelineRow;
import java.util.Base64;
import java.util.Optional;

/** The messages that are on their way, as jobs change them. */
public final class Outbox {

    private static final int TRANSACTION_BYTES = 12;

    private final Tables tables;
    private final Clock clock;
    private final Entropy entropy;

    public Outbox(Tables tables, Clock clock, Entropy entropy) {
        this.tables = tables;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** A new message, behind all others of its room. */
    public OutboxRow add(RoomId room, String type, JsonObject content, Draft draft) {
        OutboxRow row = new OutboxRow(
                room,
                tables.meta().nextNumber(draft),
                newTransaction(),
                clock.now(),
                type,
                content,
                OutboxRow.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        tables.outbox().put(draft, row);
        return row;
    }

    /** The room's oldest message that the server has neither accepted nor refused. */
    Optional<OutboxRow> next(RoomId room, Reads reads) {
        return tables.outbox().of(reads, room).stream()
                .filter(row -> row.state() == OutboxRow.State.WAITING || row.state() == OutboxRow.State.SENDING)
                .findFirst();
    }

    void put(OutboxRow row, Draft draft) {
        tables.outbox().put(draft, row);
    }

    /** Shows the message as waiting, while attempts to send it do not get through. */
    void delayed(OutboxRow sent, Draft draft) {
        current(sent, draft)
                .filter(row -> row.state() == OutboxRow.State.SENDING)
                .ifPresent(row -> put(row.withState(OutboxRow.State.WAITING), draft));
    }

    /** The server has accepted the message. Where /sync was faster, the entry is joined with what it brought. */
    void accepted(OutboxRow sent, EventId event, Draft draft) {
        Optional<OutboxRow> entry = current(sent, draft);
        if (entry.isEmpty()) {
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

    void failed(OutboxRow sent, OutboxRow.Failure why, Draft draft) {
        current(sent, draft).ifPresent(row -> put(row.failedWith(why), draft));
    }

    /** Tries a failed message again, as a new one to the server. False where there is no such. */
    public boolean retry(RoomId room, String key, Draft draft) {
        Optional<OutboxRow> failed = byKey(room, key, draft).filter(row -> row.state() == OutboxRow.State.FAILED);
        failed.ifPresent(row -> put(row.renewed(newTransaction()), draft));
        return failed.isPresent();
    }

    /** Takes a message back that has failed or that no attempt was made to send. False where it is too late. */
    public boolean discard(RoomId room, String key, Draft draft) {
        Optional<OutboxRow> row = byKey(room, key, draft).filter(Outbox::canBeTakenBack);
        row.ifPresent(entry -> tables.outbox().delete(draft, entry));
        return row.isPresent();
    }

    private static boolean canBeTakenBack(OutboxRow row) {
        return row.state() == OutboxRow.State.FAILED
                || row.state() == OutboxRow.State.WAITING && row.sealed().isEmpty();
    }

    private Optional<OutboxRow> byKey(RoomId room, String key, Draft draft) {
        return tables.outbox().of(draft, room).stream()
                .filter(row -> row.key().equals(key))
                .findFirst();
    }

    private Optional<OutboxRow> current(OutboxRow row, Draft draft) {
        return tables.outbox().get(draft, row.room(), row.number());
    }

    private TransactionId newTransaction() {
        String random = Base64.getUrlEncoder().withoutPadding().encodeToString(entropy.bytes(TRANSACTION_BYTES));
        return new TransactionId("pando-" + random);
    }
}
