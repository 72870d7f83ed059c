package chat.pando.json;

import java.util.Objects;

/** A JSON string. */
public record JsonString(String value) implements JsonValue {

    public JsonString {
        Objects.requireNonNull(value);
    }

    /** The length only: a string may be content, and content is never logged. */
    @Override
    public String toString() {
        return "JsonString[" + value.length() + " characters]";
    }
}
