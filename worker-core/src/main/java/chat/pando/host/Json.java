package chat.pando.host;

import chat.pando.json.JsonValue;

/** The platform's JSON parser. */
@FunctionalInterface
public interface Json {

    /**
     * Parses one JSON text.
     *
     * @throws JsonSyntaxException where it is none; the message never quotes the text
     */
    JsonValue parse(String text) throws JsonSyntaxException;
}
