package chat.pando.channel.segment;

import chat.pando.json.Utf8;

/**
 * One part of a text.
 *
 * @param index the first is 0
 */
public record Part(Transfer transfer, int index, String text) {

    /** Whether it can be a part of its transfer, as far as it tells itself. */
    public boolean isSound() {
        return transfer.isSound()
                && index >= 0
                && index < transfer.count()
                && !text.isEmpty()
                && bytes() <= transfer.length() - (transfer.count() - 1); // each of the others takes one at least
    }

    /** How many bytes of the whole it is. */
    public int bytes() {
        return Utf8.length(text);
    }

    @Override
    public String toString() {
        return "Part[" + index + " of " + transfer.count() + "]";
    }
}
