package chat.pando.protocol;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the account stands with its homeserver.
 *
 * @param retryAt when the next attempt is due, in ms since the epoch, while waiting
 * @param problem what stands in the way, where something does
 */
public record Connection(State state, OptionalLong retryAt, Optional<Problem> problem) {

    /** The states of a connection. */
    public enum State {
        /** Before the first /sync answer of this core. */
        CONNECTING,
        /** Caught up and listening. */
        ONLINE,
        /** The browser says there is no network, or the server can't be reached; tried again by itself. */
        OFFLINE,
        /** The server answers with errors or asks to slow down; tried again by itself. */
        WAITING,
        /** The server has ended this session: the person must sign in again. */
        SIGNED_OUT,
        /** This core may not go on (another took over, storage is lost or full); the problem says what to do. */
        STOPPED
    }
}
