package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import org.teavm.jso.dom.html.HTMLElement;

/** A dialog that asks before something is done that can't be taken back. */
final class ConfirmDialog {

    private ConfirmDialog() {}

    /**
     * Asks, and then has the command carried out.
     *
     * @param title what would be done; also the name of the button that does it
     * @param lines what it means, in one sentence or two each
     */
    static void open(String title, Actions actions, Command command, Runnable whenDone, String... lines) {
        Modal modal = new Modal(title);
        FormAlert alert = new FormAlert();
        HTMLElement body = modal.body();
        for (String line : lines) {
            body.appendChild(Dom.text("p", "", line));
        }
        HTMLElement confirm = Dom.text("button", "danger", title).withAttr("type", "button");
        HTMLElement cancel = Dom.button("", "Cancel", modal::close);
        Busy busy = new Busy(confirm);
        Dom.on(confirm, "click", event -> {
            if (!busy.working()) {
                alert.clear();
                busy.begin(confirm);
                actions.call(command, outcome -> {
                    busy.end();
                    if (outcome instanceof Outcome.Refused refused) {
                        alert.say(refused.problem().message());
                    } else {
                        modal.close();
                        whenDone.run();
                    }
                });
            }
        });
        body.appendChild(alert.element());
        body.appendChild(Dom.el("div", "buttons", confirm, cancel));
        modal.open();
        cancel.focus();
    }
}
