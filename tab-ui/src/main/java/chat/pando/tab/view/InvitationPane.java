package chat.pando.tab.view;

import chat.pando.protocol.RoomSummary;
import org.teavm.jso.dom.html.HTMLElement;

/** An open invitation: who invites, where to, and the two answers. */
final class InvitationPane {

    private final HTMLElement element;

    InvitationPane(Actions actions, RoomSummary room) {
        String who = room.inviter().orElse("Somebody");
        element = Dom.el("section", "conversation blank", Dom.el("div", "notice",
                Dom.iconButton("quiet to-rooms", Icon.BACK, "Back to rooms", actions::closeRoom),
                Avatar.of(room.id(), room.name()),
                Dom.text("h2", "", room.name()),
                Dom.text("p", "", who + " invites you to this room."),
                Dom.text("p", "hint", room.encrypted()
                        ? "It is encrypted: only the people in it can read it."
                        : "It may not be encrypted: the server can read along."),
                new InvitationAnswer(actions, room.id()).element()));
    }

    HTMLElement element() {
        return element;
    }
}
