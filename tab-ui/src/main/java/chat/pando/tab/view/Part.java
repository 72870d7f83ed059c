package chat.pando.tab.view;

import org.teavm.jso.dom.html.HTMLElement;

/** One entry of a list on the page. */
interface Part<T> {

    HTMLElement element();

    /** Shows this value from now on. */
    void update(T value);
}
