package chat.pando.tab.view;

import chat.pando.protocol.Problem;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** Where no room is open: what to do next. */
final class BlankPane {

    private BlankPane() {}

    static HTMLElement noRooms(Runnable newRoom) {
        return pane("Make your first room",
                "A room is where people write to each other. Make one, and invite somebody by their user id.",
                Dom.labelledButton("primary", Icon.PLUS, "Start a room", newRoom));
    }

    /** Of an account that isn't open, for this reason. */
    static HTMLElement closed(Optional<Problem.Code> why, Runnable signInAgain) {
        if (why.equals(Optional.of(Problem.Code.STORAGE_LOST))) {
            return pane("This browser has lost the account's data",
                    "It may have been cleared, or damaged. Your account, its rooms and their history are still on your "
                            + "homeserver. Sign in again: this browser then becomes a new device, for which others "
                            + "encrypt what comes from now on.",
                    Dom.button("primary", "Sign in again", signInAgain));
        }
        if (why.equals(Optional.of(Problem.Code.STORAGE_NEWER))) {
            return pane("A newer Pando has updated your data",
                    "Reload this page to get that version. Nothing is lost.",
                    Dom.button("primary", "Reload page", Dom::reload));
        }
        return pane("This account can't be opened", "Its data stays where it is. The line above the rooms says why.");
    }

    static HTMLElement arriving() {
        return pane("Getting your rooms…", "They are on their way from the server.");
    }

    static HTMLElement noneOpen() {
        return pane("Pick a room", "Choose a room from the list to read and write.");
    }

    static HTMLElement unknown(Runnable back) {
        return pane("This room isn't here",
                "This account isn't in that room, or it hasn't arrived from the server yet.",
                Dom.button("", "Back to rooms", back));
    }

    private static HTMLElement pane(String title, String words, HTMLElement... more) {
        HTMLElement notice = Dom.el("div", "notice", Dom.el("div", "brand", Icon.LEAF.draw()),
                Dom.text("h2", "", title), Dom.text("p", "", words));
        for (HTMLElement element : more) {
            notice.appendChild(element);
        }
        return Dom.el("section", "conversation blank", notice);
    }
}
