package chat.pando.host;

import java.util.Objects;

/**
 * A text that is to be sealed, and the place where it will lie: sealed there, it does not open anywhere else.
 *
 * @param text as UTF-8; half surrogate pairs do not survive
 */
public record TextAtRest(String place, String text) {

    public TextAtRest {
        Objects.requireNonNull(place);
        Objects.requireNonNull(text);
    }

    @Override
    public String toString() {
        return "TextAtRest[" + text.length() + " characters]";
    }
}
