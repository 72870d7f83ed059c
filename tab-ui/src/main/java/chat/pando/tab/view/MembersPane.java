package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Member;
import chat.pando.protocol.Outcome;
import chat.pando.tab.model.Invitees;
import chat.pando.tab.model.OpenRoom;
import java.util.List;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/** The details beside a room: who is in it, inviting somebody, leaving it. */
final class MembersPane {

    private final Actions actions;
    private final String room;
    private final String me;
    private final HTMLElement list = Dom.el("ul", "members");
    private final KeyedList<Shown> parts =
            new KeyedList<>(list, shown -> shown.member().userId(), shown -> new MemberPart());
    private final Field invite = new Field("Invite somebody", "text", "off");
    private final HTMLElement submit = Dom.text("button", "", "Invite").withAttr("type", "submit");
    private final Busy busy = new Busy(submit);
    private final HTMLElement element;

    /** A member, and how they are called. */
    record Shown(Member member, String name) {}

    MembersPane(Actions actions, String room, String me, String roomName, Runnable close) {
        this.actions = actions;
        this.room = room;
        this.me = me;
        HTMLElement head = Dom.el("div", "pane-head", Dom.text("h2", "", "Members"),
                Dom.iconButton("quiet", Icon.CLOSE, "Close members", close));
        HTMLElement form = Dom.el("form", "invite", invite.element(), submit);
        form.setAttribute("novalidate", "");
        Dom.on(form, "submit", (Event event) -> {
            event.preventDefault();
            submit();
        });
        HTMLElement leave = Dom.labelledButton("quiet", Icon.LEAVE, "Leave room", () -> ConfirmDialog.open(
                "Leave room", actions, new Command.LeaveRoom(room), actions::closeRoom,
                "You will no longer get messages from “" + roomName + "”, and come back only when invited again."));
        element = Dom.el("aside", "details", head, list, form, leave).withAttr("aria-label", "Members");
    }

    HTMLElement element() {
        return element;
    }

    void update(OpenRoom open) {
        List<Shown> shown = open.members().stream()
                .map(member -> new Shown(member, open.names().of(member.userId())))
                .toList();
        parts.update(shown);
    }

    private void submit() {
        if (busy.working()) {
            return;
        }
        invite.accept();
        Invitees invitees = Invitees.parse(invite.value(), me);
        if (invitees.problem().isPresent()) {
            invite.refuse(invitees.problem().get());
        } else if (invitees.users().size() != 1) {
            invite.refuse("Enter one user id, for instance " + me + ".");
        } else {
            busy.begin(submit);
            actions.call(new Command.InviteUser(room, invitees.users().get(0)), this::settled);
        }
    }

    private void settled(Outcome outcome) {
        busy.end();
        if (outcome instanceof Outcome.Refused refused) {
            invite.refuse(refused.problem().message());
        } else {
            invite.setValue("");
        }
    }

    /** A member in the list. */
    private static final class MemberPart implements Part<Shown> {

        private final HTMLElement element = Dom.el("li", "");

        @Override
        public HTMLElement element() {
            return element;
        }

        @Override
        public void update(Shown shown) {
            Member member = shown.member();
            HTMLElement text = Dom.el("span", "member-text", Dom.text("span", "member-name", shown.name()));
            if (!shown.name().equals(member.userId())) {
                text.appendChild(Dom.text("span", "member-id", member.userId()));
            }
            element.clear();
            element.appendChild(Avatar.of(member.userId(), shown.name()));
            element.appendChild(text);
            if (member.invited()) {
                element.appendChild(Dom.text("span", "tag", "invited"));
            } else if (member.powerLevel() >= 100) {
                element.appendChild(Dom.text("span", "tag", "admin"));
            }
        }
    }
}
