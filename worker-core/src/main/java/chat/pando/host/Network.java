package chat.pando.host;

/** What the platform believes about the network: a hint to try at once or to rest, never a proof. */
public interface Network {

    /** Whether there may be a network. True where the platform can't tell. */
    boolean online();

    /** Calls the listener after each change, for as long as the core lives. */
    void onChange(Runnable listener);
}
