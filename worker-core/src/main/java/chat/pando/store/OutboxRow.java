package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.TransactionId;
import java.util.Optional;

/**
 * A message that this device sends: from the moment the person pressed Enter until /sync brings the event back.
 *
 * @param number  counts up over all rooms: the order in which messages were written
 * @param type    the event's type in the clear
 * @param content its content in the clear
 * @param sealed  what goes over the wire, once it is fixed: from then on every attempt sends these bytes (law 2)
 * @param event   the event id, once the server has accepted it
 * @param failure why it was given up, where the state is FAILED
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
        Optional<Failure> failure) {

    /** How far it has come. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        FAILED
    }

    /** An event as it goes over the wire: encrypted, or in the clear where the room is not encrypted. */
    public record Sealed(String type, JsonObject content) {}

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

    /** The key under which tabs know the entry, here and later in the timeline. */
    public String key() {
        return keyOf(number);
    }

    public static String keyOf(long number) {
        return "own-" + number;
    }

    public OutboxRow withState(State now) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, now, sealed, event, Optional.empty());
    }

    /** Fixed to these bytes, about to be sent. */
    public OutboxRow sealedAs(Sealed bytes) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, State.SENDING, Optional.of(bytes), event,
                Optional.empty());
    }

    public OutboxRow acceptedAs(EventId id) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, State.SENT, sealed, Optional.of(id),
                Optional.empty());
    }

    public OutboxRow failedWith(Failure why) {
        return new OutboxRow(
                room, number, transaction, writtenAt, type, content, State.FAILED, sealed, event, Optional.of(why));
    }

    /** As new, to be sent again under another transaction id: only after the server has refused it for good. */
    public OutboxRow renewed(TransactionId now) {
        return new OutboxRow(
                room, number, now, writtenAt, type, content, State.WAITING, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "OutboxRow[" + number + ", " + state + "]";
    }
}
