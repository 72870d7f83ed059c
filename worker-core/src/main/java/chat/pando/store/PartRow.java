package chat.pando.store;

import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Optional;

/**
 * The text of one part of a long text, sent or received.
 *
 * @param text as it was sent: what the transfer's hash is over
 * @param edit what its sender has replaced it with
 */
public record PartRow(
        RoomId room, UserId sender, String transfer, int index, String text, Optional<String> edit) {

    public PartRow withEdit(String now) {
        return new PartRow(room, sender, transfer, index, text, Optional.of(now));
    }

    /** The text as it is to be read. */
    public String shown() {
        return edit.orElse(text);
    }

    @Override
    public String toString() {
        return "PartRow[" + index + "]";
    }
}
