package chat.pando.sync;

/** The account's work is over (signed out, taken over, or closed): the thread that is told so ends. */
public final class Ended extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Ended() {
        super("the account's work is over");
    }
}
