package chat.pando.tab.view;

import org.teavm.jso.browser.Location;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/** Elements in few words. */
final class Dom {

    private static int ids;

    private Dom() {}

    /** An element with a class (or several, or none) and children. */
    static HTMLElement el(String tag, String classes, Node... children) {
        HTMLElement element = HTMLDocument.current().createElement(tag);
        if (!classes.isEmpty()) {
            element.setClassName(classes);
        }
        for (Node child : children) {
            element.appendChild(child);
        }
        return element;
    }

    static HTMLElement text(String tag, String classes, String text) {
        return el(tag, classes).withText(text);
    }

    /** A button that is named by its text. */
    static HTMLElement button(String classes, String label, Runnable action) {
        return clickable(text("button", classes, label), action);
    }

    /** A button that shows an icon only; its name is for the pointer and for those who listen. */
    static HTMLElement iconButton(String classes, Icon icon, String label, Runnable action) {
        HTMLElement button = el("button", "icon-button " + classes, icon.draw())
                .withAttr("aria-label", label)
                .withAttr("title", label);
        return clickable(button, action);
    }

    /** A button that shows an icon before its name. */
    static HTMLElement labelledButton(String classes, Icon icon, String label, Runnable action) {
        HTMLElement button = el("button", classes, icon.draw(), text("span", "", label));
        return clickable(button, action);
    }

    private static HTMLElement clickable(HTMLElement button, Runnable action) {
        button.setAttribute("type", "button");
        on(button, "click", event -> action.run());
        return button;
    }

    static <E extends Event> void on(HTMLElement element, String event, EventListener<E> listener) {
        element.addEventListener(event, listener);
    }

    /** Words for those who listen, unseen. */
    static HTMLElement spoken(String words) {
        return text("span", "spoken", words);
    }

    static void show(HTMLElement element, boolean shown) {
        if (element.isHidden() == shown) {
            element.setHidden(!shown);
        }
    }

    /** Sets the text where it is another: a status that says the same again isn't read out again. */
    static void setText(HTMLElement element, String text) {
        if (!text.equals(element.getTextContent())) {
            element.setTextContent(text);
        }
    }

    static void setAttribute(HTMLElement element, String name, String value) {
        if (!value.equals(element.getAttribute(name))) {
            element.setAttribute(name, value);
        }
    }

    static void setOrRemove(HTMLElement element, String name, boolean there, String value) {
        if (there) {
            setAttribute(element, name, value);
        } else if (element.hasAttribute(name)) {
            element.removeAttribute(name);
        }
    }

    /** Loads the page anew, as the browser's own button does. */
    static void reload() {
        Location.current().reload();
    }

    static String newId(String prefix) {
        return prefix + "-" + ids++;
    }
}
