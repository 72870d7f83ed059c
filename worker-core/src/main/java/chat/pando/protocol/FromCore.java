package chat.pando.protocol;

/** A message from the core to a tab. */
public sealed interface FromCore permits Welcome, Update, Settled, Incompatible, Moved, Stranger {

    /** The core's id, random, new for each start of a core. */
    String instance();
}
