package chat.pando.tab.view;

import chat.pando.tab.model.Status;
import java.util.Locale;
import org.teavm.jso.dom.html.HTMLElement;

/** How things stand, in words; with "Try now" or "Reload" where that helps. */
final class StatusBar {

    private final HTMLElement words = Dom.el("p", "words").withAttr("role", "status");
    private final HTMLElement retry;
    private final HTMLElement reload = Dom.button("small", "Reload", Dom::reload);
    private final HTMLElement element;

    StatusBar(Runnable tryNow) {
        retry = Dom.button("small", "Try now", tryNow);
        element = Dom.el("div", "status", Dom.el("span", "dot").withAttr("aria-hidden", "true"), words, retry,
                reload);
        update(Status.STARTING);
    }

    HTMLElement element() {
        return element;
    }

    void update(Status status) {
        Dom.setAttribute(element, "data-tone", status.tone().name().toLowerCase(Locale.ROOT));
        Dom.setText(words, status.words());
        Dom.show(retry, status.remedy() == Status.Remedy.TRY_NOW);
        Dom.show(reload, status.remedy() == Status.Remedy.RELOAD);
    }
}
