package chat.pando.tab.view;

import java.util.Optional;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A part of the page that stays as it is while somebody presses something in it. What is moved or replaced between
 * pressing and letting go gets no click: the browser drops it, or gives it to what both places lie in (UI Events,
 * "click").
 */
final class Steady {

    /** How long after letting go the click may still come: on a touch screen it is an event of its own. */
    private static final int CLICK_COMES_WITHIN_MS = 300;

    /** How a press ends, wherever the pointer is then. After some of these the browser keeps the pointer's end to itself. */
    private static final String[] ENDS = {"pointerup", "pointercancel", "contextmenu", "dragend", "blur"};

    private final Window window = Window.current();
    private final EventListener<Event> letGo = event -> letGo();
    private boolean pressed;
    private int presses;
    private Optional<Runnable> waiting = Optional.empty();

    /** @param part must not scroll by itself: who presses a scroll bar may let go unnoticed */
    Steady(HTMLElement part) {
        Dom.on(part, "pointerdown", event -> press());
        Dom.on(part, "click", event -> releaseAfter(0));
    }

    /** Makes the change, at once or when nothing is pressed any more. Of changes that wait only the last is made. */
    void change(Runnable change) {
        if (pressed) {
            waiting = Optional.of(change);
        } else {
            change.run();
        }
    }

    private void press() {
        pressed = true;
        presses++;
        for (String end : ENDS) {
            window.addEventListener(end, letGo);
        }
    }

    private void letGo() {
        for (String end : ENDS) {
            window.removeEventListener(end, letGo);
        }
        releaseAfter(CLICK_COMES_WITHIN_MS);
    }

    private void releaseAfter(int milliseconds) {
        int press = presses;
        Window.setTimeout(() -> release(press), milliseconds);
    }

    /** Ends the press, unless it has ended and the next has begun. */
    private void release(int press) {
        if (!pressed || press != presses) {
            return;
        }
        pressed = false;
        Optional<Runnable> change = waiting;
        waiting = Optional.empty();
        change.ifPresent(Runnable::run);
    }
}
