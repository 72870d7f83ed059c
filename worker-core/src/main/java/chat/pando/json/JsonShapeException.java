package chat.pando.json;

/** JSON that parses but lacks a required member, or holds another type there. The message names the member, never a value. */
public final class JsonShapeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public JsonShapeException(String member, String expected) {
        super("\"" + member + "\" should be " + expected);
    }
}
