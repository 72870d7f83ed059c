package chat.pando.host;

/** A text that is not JSON. Carries no part of the text. */
public final class JsonSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    public JsonSyntaxException(String message) {
        super(message);
    }
}
