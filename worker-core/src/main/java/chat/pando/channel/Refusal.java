package chat.pando.channel;

import chat.pando.matrix.MatrixError;
import chat.pando.store.OutboxRow;

/** A server's final refusal of a message, in words for the person who wrote it. */
final class Refusal {

    /** It had accepted the message. */
    static final OutboxRow.Failure VANISHED = new OutboxRow.Failure(
            "SERVER_ERROR", "The homeserver had taken this message, and doesn't know it any more. Send it again.");

    private Refusal() {}

    static OutboxRow.Failure of(MatrixError error) {
        if (error.status() == 413 || error.is("M_TOO_LARGE")) {
            return new OutboxRow.Failure(
                    "TOO_LARGE", "The homeserver says that this message is too large. Send it in smaller parts.");
        }
        if (error.status() == 403) {
            return new OutboxRow.Failure(
                    "FORBIDDEN", "The homeserver does not let you write in this room. Ask an admin of the room.");
        }
        if (error.status() == 404) {
            return new OutboxRow.Failure("UNKNOWN_ROOM", "The homeserver does not know this room any more.");
        }
        return new OutboxRow.Failure(
                "SERVER_ERROR", "The homeserver refused this message (error " + error.status() + ").");
    }
}
