package chat.pando.host;

/** No HTTP answer came, so it is unknown whether the server acted on the request. */
public final class HttpFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** Why no answer came. */
    public enum Cause {
        /** No connection: offline, refused, unknown host, TLS, or CORS: a browser does not say which. */
        UNREACHABLE,
        TIMEOUT,
        ABORTED
    }

    private final Cause kind;

    public HttpFailure(Cause kind) {
        super(kind.name());
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }
}
