package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import org.teavm.jso.dom.html.HTMLElement;

/** The two answers to an invitation. */
final class InvitationAnswer {

    private final Actions actions;
    private final String room;
    private final FormAlert alert = new FormAlert();
    private final HTMLElement accept = Dom.button("primary small", "Accept", this::accept);
    private final HTMLElement decline = Dom.button("small", "Decline", this::decline);
    private final Busy busy = new Busy(accept, decline);
    private final HTMLElement element =
            Dom.el("div", "answer", Dom.el("div", "buttons", accept, decline), alert.element());

    InvitationAnswer(Actions actions, String room) {
        this.actions = actions;
        this.room = room;
    }

    HTMLElement element() {
        return element;
    }

    private void accept() {
        answer(accept, new Command.AcceptInvite(room), () -> actions.openRoom(room));
    }

    private void decline() {
        answer(decline, new Command.DeclineInvite(room), () -> {});
    }

    private void answer(HTMLElement button, Command command, Runnable whenDone) {
        if (busy.working()) {
            return;
        }
        alert.clear();
        busy.begin(button);
        actions.call(command, outcome -> {
            busy.end();
            if (outcome instanceof Outcome.Refused refused) {
                alert.say(refused.problem().message());
            } else {
                whenDone.run();
            }
        });
    }
}
