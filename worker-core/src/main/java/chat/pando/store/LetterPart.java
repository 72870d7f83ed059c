package chat.pando.store;

import java.util.Objects;

/**
 * A part of a letter that is too long for one message.
 *
 * @param letter which letter of its device
 * @param type   the whole letter's
 * @param index  from 0 on
 * @param text   the part of the whole content's text
 */
public record LetterPart(String letter, String type, int index, int count, String text) {

    public LetterPart {
        Objects.requireNonNull(letter);
        Objects.requireNonNull(type);
        Objects.requireNonNull(text);
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("no part of the letter");
        }
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "LetterPart[" + index + " of " + count + "]";
    }
}
