package chat.pando.tab.view;

import org.teavm.jso.dom.html.HTMLElement;

/** Where no room is open: what to do next. */
final class BlankPane {

    private BlankPane() {}

    static HTMLElement noRooms(Runnable newRoom) {
        return pane("Make your first room",
                "A room is where people write to each other. Make one, and invite somebody by their user id.",
                Dom.labelledButton("primary", Icon.PLUS, "Start a room", newRoom));
    }

    static HTMLElement closed() {
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
