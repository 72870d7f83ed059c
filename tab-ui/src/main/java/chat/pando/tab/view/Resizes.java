package chat.pando.tab.view;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** Notices when an element's size changes. */
final class Resizes {

    private Resizes() {}

    static void observe(HTMLElement element, Runnable action) {
        observe(element, (Changed) action::run);
    }

    /** Runs at each change. */
    @JSFunctor
    private interface Changed extends JSObject {

        void run();
    }

    @JSBody(params = {"element", "changed"}, script = "new ResizeObserver(function() { changed(); }).observe(element);")
    private static native void observe(HTMLElement element, Changed changed);
}
