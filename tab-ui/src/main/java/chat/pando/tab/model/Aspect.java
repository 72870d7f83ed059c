package chat.pando.tab.model;

/** A part of what a tab shows, which may have changed and is then shown anew. */
public enum Aspect {
    /** The list of signed-in accounts. */
    ACCOUNTS,
    /** How the account stands with its homeserver. */
    CONNECTION,
    ROOMS,
    /** Which room is open. */
    ROOM,
    TIMELINE,
    MEMBERS,
    /** The shown account is gone. */
    SIGNED_OUT
}
