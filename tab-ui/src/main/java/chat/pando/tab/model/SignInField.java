package chat.pando.tab.model;

import chat.pando.protocol.Problem;

/** Where on the sign-in screen a problem is shown. */
public enum SignInField {
    HOMESERVER,
    USERNAME,
    PASSWORD,
    /** None of the fields is to blame. */
    FORM;

    public static SignInField of(Problem.Code code) {
        return switch (code) {
            case UNKNOWN_HOMESERVER, NOT_A_HOMESERVER -> HOMESERVER;
            case USERNAME_TAKEN, INVALID_USERNAME, ALREADY_SIGNED_IN -> USERNAME;
            case WRONG_PASSWORD, WEAK_PASSWORD -> PASSWORD;
            default -> FORM;
        };
    }
}
