package chat.pando.sync;

/** What stands between an account and its homeserver. */
public enum Trouble {
    NONE,
    /** The platform says that there is no network. */
    NO_NETWORK,
    UNREACHABLE,
    SERVER_ERROR,
    RATE_LIMITED,
    /** Something answers that is no homeserver: a portal, a proxy. */
    NOT_MATRIX,
    /** The disk is full: what comes can't be stored, so it isn't taken. */
    STORAGE_FULL,
    /** The database is gone or broken. */
    STORAGE_LOST,
    /** The database was written by a newer version of Pando. */
    STORAGE_NEWER,
    /** Somebody who doesn't react has the database open in a way that keeps it from us. */
    STORAGE_HELD,
    /** Another core writes this account now. */
    TAKEN_OVER,
    /** The server has ended the session, and the device with it. */
    SIGNED_OUT,
    /** The session has ended, but the device lives on: signing in again takes it up (spec, section "Soft logout"). */
    SESSION_EXPIRED,
    /** A fault of Pando's own. */
    INTERNAL
}
