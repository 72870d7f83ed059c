package chat.pando.tab.view;

import org.teavm.jso.dom.html.HTMLElement;

/** Buttons of which one is at work: none of them can be pressed then, and the one shows it. They keep their focus. */
final class Busy {

    private final HTMLElement[] buttons;
    private boolean working;

    Busy(HTMLElement... buttons) {
        this.buttons = buttons;
    }

    boolean working() {
        return working;
    }

    void begin(HTMLElement atWork) {
        working = true;
        for (HTMLElement button : buttons) {
            button.setAttribute("aria-disabled", "true");
        }
        atWork.setAttribute("aria-busy", "true");
    }

    void end() {
        working = false;
        for (HTMLElement button : buttons) {
            button.removeAttribute("aria-disabled");
            button.removeAttribute("aria-busy");
        }
    }
}
