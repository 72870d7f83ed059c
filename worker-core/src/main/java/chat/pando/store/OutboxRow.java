package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that this device sends: from the moment the person pressed Enter until /sync brings the event back.
 *
 * <p>A long text is one such message too. It owns its parts, which go one after the other: the transaction and the
 * sealed bytes are then those of the part whose turn it is.
 *
 * @param number  counts up over all rooms: the order in which messages were written
 * @param type    the event's type in the clear
 * @param content its content in the clear; of a long text how it begins
 * @param sealed  what goes over the wire, once it is fixed: from then on every attempt sends these bytes (law 2)
 * @param event   the event id, once the server has accepted it; of a long text that of its last part
 * @param failure why it was given up, where the state is FAILED
 * @param parts   how far its parts have come, where it is a long text
 */
public record OutboxRow(
        RoomId room,
        long number,
        TransactionId transaction,
        long writtenAt,
        String type,
        JsonObject content,
        State state,
        Optional<Sealed> sealed,
        Optional<EventId> event,
        Optional<Failure> failure,
        Optional<Parts> parts) {

    /** How far it has come. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        FAILED
    }

    /**
     * An event as it goes over the wire: encrypted, or in the clear where the room is not encrypted.
     *
     * @param doubtful whether the server may have it, because no answer came to an attempt
     * @param number   which of this device's messages in the room it is; 0 where it isn't counted
     */
    public record Sealed(String type, JsonObject content, boolean doubtful, long number) {

        public Sealed(String type, JsonObject content) {
            this(type, content, 0);
        }

        public Sealed(String type, JsonObject content, long number) {
            this(type, content, false, number);
        }
    }

    /**
     * Why a message was given up.
     *
     * @param code  what kind of problem it is
     * @param words one or two sentences for the person
     */
    public record Failure(String code, String words) {

        @Override
        public String toString() {
            return "Failure[" + code + "]"; // its words can hold names
        }
    }

    /**
     * The parts of a long text. Those before the first that the server hasn't accepted are confirmed, and that one is
     * waiting, in flight or failed, as the message is; all others are waiting.
     *
     * @param accepted  the events of the parts that the server has accepted, which are the first ones
     * @param withdrawn whether the person has taken the message back, while a part was in flight
     */
    public record Parts(TransferHead head, List<EventId> accepted, boolean withdrawn) {

        public Parts {
            accepted = List.copyOf(accepted);
        }

        /** The index of the part whose turn it is; there is none where all are accepted. */
        public int turn() {
            return accepted.size();
        }

        public boolean allAccepted() {
            return turn() == head.count();
        }

        private Parts with(EventId event) {
            List<EventId> all = new ArrayList<>(accepted);
            all.add(event);
            return new Parts(head, all, withdrawn);
        }
    }

    /** The key under which tabs know the entry, here and later in the timeline. */
    public String key() {
        return keyOf(number);
    }

    public static String keyOf(long number) {
        return "own-" + number;
    }

    public OutboxRow withState(State now) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, now, sealed, event, Optional.empty(), parts);
    }

    public OutboxRow withContent(JsonObject now) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, now, state, sealed, event, failure, parts);
    }

    /** Fixed to these bytes, about to be sent. */
    public OutboxRow sealedAs(Sealed bytes) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, State.SENDING, Optional.of(bytes), event,
                Optional.empty(), parts);
    }

    /** It is unknown whether the server has it. */
    public OutboxRow doubted() {
        Optional<Sealed> now =
                sealed.map(bytes -> new Sealed(bytes.type(), bytes.content(), true, bytes.number()));
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, state, now, event, failure, parts);
    }

    /** Which of this device's messages in the room it is; 0 where it isn't counted, or not yet. */
    public long counted() {
        return sealed.map(Sealed::number).orElse(0L);
    }

    /** Its number is another one's, or nobody's. */
    public OutboxRow uncounted() {
        Optional<Sealed> now =
                sealed.map(bytes -> new Sealed(bytes.type(), bytes.content(), bytes.doubtful(), 0));
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, state, now, event, failure, parts);
    }

    /** Whether the server may have it without having said so. */
    public boolean doubtful() {
        return sealed.filter(Sealed::doubtful).isPresent();
    }

    public OutboxRow acceptedAs(EventId id) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, State.SENT, sealed, Optional.of(id),
                Optional.empty(), parts);
    }

    /** The part whose turn it was is accepted; the next one's turn comes, under a transaction of its own. */
    public OutboxRow partAcceptedAs(EventId id, TransactionId nextTransaction) {
        Parts now = parts.orElseThrow().with(id);
        boolean all = now.allAccepted();
        return new OutboxRow(
                room, number, nextTransaction, writtenAt, type, content, all ? State.SENT : State.SENDING,
                Optional.empty(), all ? Optional.of(id) : Optional.empty(), Optional.empty(), Optional.of(now));
    }

    public OutboxRow failedWith(Failure why) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, State.FAILED, sealed, event, Optional.of(why),
                parts);
    }

    /** Taken back by the person, who no longer sees it; only the part in flight goes on. */
    public OutboxRow withdrawn() {
        Parts before = parts.orElseThrow();
        State now = state == State.FAILED ? State.WAITING : state;
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, now, sealed, event, Optional.empty(),
                Optional.of(new Parts(before.head(), before.accepted(), true)));
    }

    public boolean isWithdrawn() {
        return parts.filter(Parts::withdrawn).isPresent();
    }

    /**
     * As new, to be sent again under another transaction id: only after the server has refused it for good. Of a long
     * text the parts that were accepted stay so.
     */
    public OutboxRow renewed(TransactionId now) {
        return new OutboxRow(
                room, number, now, writtenAt, type, content, State.WAITING, Optional.empty(), Optional.empty(),
                Optional.empty(), parts);
    }

    @Override
    public String toString() {
        return "OutboxRow[" + number + ", " + state + "]";
    }
}
