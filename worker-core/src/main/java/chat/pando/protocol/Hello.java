package chat.pando.protocol;

import java.util.Optional;

/**
 * A tab introduces itself, or starts over after a reload, a hole in the numbers, a new core or a switch of account.
 *
 * <p>Before it says hello the tab holds the Web Lock {@link #lockOf}: when the core is granted it, the tab is gone.
 *
 * @param protocol {@link ToCore#VERSION} as the tab knows it
 * @param tab      a random id, new for each page load
 * @param account  the user id of the account to show; empty for the account used last
 * @param adding   true where the tab shows the sign-in screen to add an account, and so no account
 * @param room     the room that the tab has open, if any
 * @param hidden   whether nobody can see the tab at present
 */
public record Hello(
        int protocol, String tab, Optional<String> account, boolean adding, Optional<String> room, boolean hidden)
        implements ToCore {

    @Override
    public String toString() {
        return "Hello[protocol=" + protocol + ", adding=" + adding + ", hidden=" + hidden + "]";
    }

    /** What the tab would say if it showed this account and this room. */
    public Hello showing(Optional<String> shownAccount, Optional<String> openRoom) {
        return new Hello(protocol, tab, shownAccount, adding, openRoom, hidden);
    }

    public static String lockOf(String tab) {
        return "pando-tab/" + tab;
    }
}
