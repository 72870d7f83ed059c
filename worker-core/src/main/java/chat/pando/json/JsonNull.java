package chat.pando.json;

/** The JSON {@code null}. */
public enum JsonNull implements JsonValue {
    NULL
}
