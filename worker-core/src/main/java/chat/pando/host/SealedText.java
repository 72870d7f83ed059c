package chat.pando.host;

import java.util.Objects;

/** The bytes that were found at a place, which should be a text that was sealed for it. */
public record SealedText(String place, byte[] sealed) {

    public SealedText {
        Objects.requireNonNull(place);
        Objects.requireNonNull(sealed);
    }

    @Override
    public String toString() {
        return "SealedText[" + sealed.length + " bytes]";
    }
}
