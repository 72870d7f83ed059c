package chat.pando.e2e.people;

/** How long to wait for something that must happen before saying that it didn't: the machine may be slow. */
public final class Patience {

    public static final int MS = 30_000;

    private Patience() {}
}
