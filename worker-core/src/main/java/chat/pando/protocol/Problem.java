package chat.pando.protocol;

/**
 * Something went wrong, in words that a person can act on.
 *
 * @param code    for the program: where to show it, whether to offer "Retry"
 * @param message one or two plain English sentences: what happened and what to do next
 */
public record Problem(Code code, String message) {

    @Override
    public String toString() {
        return code.name(); // the words may name a person or a room
    }

    /** What kind of thing went wrong. */
    public enum Code {
        WRONG_PASSWORD,
        USERNAME_TAKEN,
        INVALID_USERNAME,
        WEAK_PASSWORD,
        REGISTRATION_CLOSED,
        ALREADY_SIGNED_IN,
        UNKNOWN_HOMESERVER,
        NOT_A_HOMESERVER,
        UNKNOWN_USER,
        UNKNOWN_ROOM,
        FORBIDDEN,
        EMPTY_MESSAGE,
        TOO_LARGE,
        INVALID_INPUT,
        OFFLINE,
        RATE_LIMITED,
        SERVER_ERROR,
        STORAGE_FULL,
        STORAGE_LOST,
        STORAGE_NEWER,
        SIGNED_OUT,
        CORE_LOST,
        INTERNAL
    }
}
