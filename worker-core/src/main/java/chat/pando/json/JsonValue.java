package chat.pando.json;

/** A JSON value (RFC 8259): immutable, equal by content. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

    /** This value as compact JSON text, members in the order in which they were given. */
    default String text() {
        return JsonText.compact(this);
    }
}
