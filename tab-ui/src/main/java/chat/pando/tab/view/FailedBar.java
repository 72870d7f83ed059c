package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.tab.model.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** Above the composer, where several messages of the room weren't sent: how many, and "Retry all". */
final class FailedBar {

    /** One is best retried where it stands. */
    private static final int SEVERAL = 2;

    private final HTMLElement words = Dom.el("span", "reason");
    private final HTMLElement element;

    FailedBar(Actions actions, String room) {
        HTMLElement retry = Dom.button("small", "Retry all", () ->
                actions.call(new Command.RetryAll(room), outcome -> { }));
        element = Dom.el("div", "failure bar", words, retry);
        update(0);
    }

    HTMLElement element() {
        return element;
    }

    void update(int failed) {
        Dom.show(element, failed >= SEVERAL);
        Dom.setText(words, Words.failed(failed));
    }
}
