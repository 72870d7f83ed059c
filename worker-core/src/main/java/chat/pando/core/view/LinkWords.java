package chat.pando.core.view;

import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Problem.Code;
import chat.pando.sync.Link;
import chat.pando.sync.Trouble;
import java.util.Optional;
import java.util.OptionalLong;

/** How an account stands with its homeserver, in words for a person. */
public final class LinkWords {

    private LinkWords() {}

    public static Connection of(Link link) {
        return new Connection(
                Connection.State.valueOf(link.state().name()), link.retryAt(), problem(link.trouble()));
    }

    /** The connection of an account that could not be opened. */
    public static Connection stopped(Trouble trouble) {
        return of(Link.ended(trouble));
    }

    /** The connection of an account that another core still holds. */
    public static Connection waitingForAnotherCore() {
        return new Connection(
                Connection.State.CONNECTING,
                OptionalLong.empty(),
                Optional.of(new Problem(
                        Code.CORE_LOST,
                        "Another version of Pando in this browser still has this account open."
                                + " It goes on by itself once that one is done, or once its tabs are closed.")));
    }

    private static Optional<Problem> problem(Trouble trouble) {
        return switch (trouble) {
            case NONE -> Optional.empty();
            case NO_NETWORK -> of(Code.OFFLINE, "You are offline. Messages are sent once you are back.");
            case UNREACHABLE -> of(
                    Code.OFFLINE, "Your homeserver can't be reached. Pando keeps trying; messages are sent later.");
            case SERVER_ERROR -> of(
                    Code.SERVER_ERROR, "Your homeserver has trouble and answers with errors. Pando keeps trying.");
            case RATE_LIMITED -> of(
                    Code.RATE_LIMITED, "Your homeserver asks Pando to slow down. It goes on in a moment.");
            case NOT_MATRIX -> of(
                    Code.NOT_A_HOMESERVER,
                    "Something else answers in place of your homeserver. Do you have to sign in to this network?");
            case STORAGE_FULL -> of(
                    Code.STORAGE_FULL,
                    "There is no storage space left. Free some, and Pando goes on; nothing is lost until then.");
            case STORAGE_LOST -> of(
                    Code.STORAGE_LOST,
                    "This browser has lost the account's data. Sign in again.");
            case STORAGE_NEWER -> of(
                    Code.STORAGE_NEWER, "A newer Pando has updated your data; reload this page.");
            case STORAGE_HELD -> of(
                    Code.CORE_LOST,
                    "This browser doesn't let Pando at the account's data: a tab that sleeps may hold them."
                            + " It goes on by itself; closing other tabs of Pando helps.");
            case TAKEN_OVER -> of(
                    Code.CORE_LOST, "Another version of Pando has taken over this account. Reload this page.");
            case SIGNED_OUT -> of(
                    Code.SIGNED_OUT, "Your homeserver has ended this session. Sign out here, then sign in again.");
            case SESSION_EXPIRED -> of(
                    Code.SIGNED_OUT,
                    "Your session has expired. Sign in again with “Add account”: everything here is kept.");
            case INTERNAL -> of(
                    Code.INTERNAL, "Something went wrong inside Pando. It keeps trying; reloading may help.");
        };
    }

    private static Optional<Problem> of(Code code, String words) {
        return Optional.of(new Problem(code, words));
    }
}
