package chat.pando.tab.view;

import org.teavm.jso.dom.html.HTMLElement;

/** A place in a form that says what went wrong, where none of the fields is to blame. */
final class FormAlert {

    private final HTMLElement place = Dom.el("div", "form-alert");

    HTMLElement element() {
        return place;
    }

    void say(String words) {
        place.clear();
        HTMLElement alert = Dom.el("p", "alert", Icon.ALERT.draw(), Dom.text("span", "", words));
        place.appendChild(alert.withAttr("role", "alert"));
    }

    void clear() {
        place.clear();
    }
}
