package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import org.teavm.jso.dom.html.HTMLElement;

/** Under a message that wasn't sent: why, and what the person can do about it. */
final class FailureLine {

    private final Actions actions;
    private final HTMLElement reason = Dom.el("span", "reason");
    private final HTMLElement retry;
    private final HTMLElement discard;
    private final Busy busy;
    private final HTMLElement element;

    FailureLine(Actions actions, String room, String key) {
        this.actions = actions;
        retry = Dom.button("small", "Retry", () -> act(true, new Command.RetryMessage(room, key)));
        discard = Dom.button("small quiet", "Discard", () -> act(false, new Command.DiscardMessage(room, key)));
        busy = new Busy(retry, discard);
        element = Dom.el("div", "failure", reason, Dom.el("span", "buttons", retry, discard));
    }

    HTMLElement element() {
        return element;
    }

    void say(String words) {
        Dom.setText(reason, words);
    }

    private void act(boolean again, Command command) {
        if (busy.working()) {
            return;
        }
        busy.begin(again ? retry : discard);
        actions.call(command, outcome -> {
            busy.end();
            if (outcome instanceof Outcome.Refused refused) {
                say(refused.problem().message());
            }
        });
    }
}
