package chat.pando.host;

import chat.pando.json.JsonValue;

/** The platform's JSON parser. */
@FunctionalInterface
public interface Json {

    /**
     * How deep arrays and objects may nest. What is deeper is refused: a tree that deep has no honest purpose in Matrix,
     * and whoever walks it would run out of stack.
     */
    int MAX_DEPTH = 512;

    /**
     * Parses one JSON text (RFC 8259). Of two members of one name the later wins. Members keep their order, except that
     * a browser puts names that are array indices first.
     *
     * @throws JsonSyntaxException where it is none, nests deeper than {@link #MAX_DEPTH}, or holds a number beyond the
     *                             range of a double; the message never quotes the text
     */
    JsonValue parse(String text) throws JsonSyntaxException;
}
