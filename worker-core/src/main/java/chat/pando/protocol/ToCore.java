package chat.pando.protocol;

/** A message from a tab to the core. */
public sealed interface ToCore permits Hello, Call, Seen, Attention, Goodbye {

    /** The version of this protocol: tabs and cores bind to each other where it is the same. */
    int VERSION = 2;
}
