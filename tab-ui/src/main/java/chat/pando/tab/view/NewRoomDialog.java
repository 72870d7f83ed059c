package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.tab.model.Invitees;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The dialog in which a person makes a room. */
final class NewRoomDialog {

    private final Actions actions;
    private final String me;
    private final Modal modal = new Modal("New room");
    private final Field name = new Field("Name", "text", "off");
    private final Field invite = new Field("Invite", "text", "off")
            .hint("User ids with commas between them, for instance @bob:example.org. You can invite people later too.");
    private final HTMLInputElement encrypted;
    private final FormAlert alert = new FormAlert();
    private final HTMLElement create = Dom.text("button", "primary", "Create").withAttr("type", "submit");
    private final Busy busy;

    private NewRoomDialog(Actions actions, String me) {
        this.actions = actions;
        this.me = me;
        HTMLElement cancel = Dom.button("", "Cancel", modal::close);
        busy = new Busy(create);
        String id = Dom.newId("encrypted");
        encrypted = (HTMLInputElement) Dom.el("input", "").withAttr("type", "checkbox").withAttr("id", id);
        encrypted.setChecked(true);
        HTMLElement check = Dom.el("div", "check", encrypted, Dom.text("label", "", "Encrypted").withAttr("for", id),
                Dom.text("p", "hint", "Only the people in the room can read it. This can't be undone."));
        HTMLElement form = Dom.el("form", "", alert.element(), name.element(), invite.element(), check,
                Dom.el("div", "buttons", create, cancel));
        form.setAttribute("novalidate", "");
        Dom.on(form, "submit", (Event event) -> {
            event.preventDefault();
            submit();
        });
        modal.body().appendChild(form);
    }

    static void open(Actions actions, String me) {
        NewRoomDialog dialog = new NewRoomDialog(actions, me);
        dialog.modal.open();
        dialog.name.focus();
    }

    private void submit() {
        if (busy.working()) {
            return;
        }
        alert.clear();
        name.accept();
        invite.accept();
        Invitees invitees = Invitees.parse(invite.value(), me);
        if (name.value().strip().isEmpty()) {
            name.refuse("Give the room a name.");
        } else if (invitees.problem().isPresent()) {
            invite.refuse(invitees.problem().get());
        } else {
            busy.begin(create);
            Command command = new Command.CreateRoom(name.value().trim(), invitees.users(), encrypted.isChecked());
            actions.call(command, this::settled);
        }
    }

    private void settled(Outcome outcome) {
        busy.end();
        if (outcome instanceof Outcome.Refused refused) {
            refuse(refused.problem());
        } else if (outcome instanceof Outcome.Done done) {
            modal.close();
            done.result().string("room_id").ifPresent(actions::openRoom);
        }
    }

    private void refuse(Problem problem) {
        if (problem.code() == Problem.Code.UNKNOWN_USER) {
            invite.refuse(problem.message());
        } else {
            alert.say(problem.message());
        }
    }
}
