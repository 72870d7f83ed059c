package chat.pando.crypto;

/**
 * How one Megolm session stands to another: whether they are the same, and which of them reads more (Megolm
 * specification, "Session export format").
 */
public enum SessionOrder {
    /** The same session from the same index on. */
    EQUAL,
    /** The same session, and the first of the two is known from an earlier index on. */
    BETTER,
    /** The same session, and the first of the two is known from a later index on only. */
    WORSE,
    /** Not the same session, though one may claim the other's id. */
    UNCONNECTED
}
