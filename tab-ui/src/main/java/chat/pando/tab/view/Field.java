package chat.pando.tab.view;

import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** A labelled line to type in, with room for what is wrong with it. */
final class Field {

    private final HTMLElement element;
    private final HTMLInputElement input;
    private final String alertId = Dom.newId("alert");
    private HTMLElement alert;

    Field(String label, String type, String autocomplete) {
        String id = Dom.newId("field");
        input = (HTMLInputElement) Dom.el("input", "")
                .withAttr("id", id)
                .withAttr("type", type)
                .withAttr("autocomplete", autocomplete)
                .withAttr("autocapitalize", "none")
                .withAttr("autocorrect", "off")
                .withAttr("spellcheck", "false");
        element = Dom.el("div", "field", Dom.text("label", "", label).withAttr("for", id), input);
    }

    /** With a sentence under it that helps to fill it in. */
    Field hint(String words) {
        String id = Dom.newId("hint");
        element.appendChild(Dom.text("p", "hint", words).withAttr("id", id));
        input.setAttribute("aria-describedby", id);
        return this;
    }

    HTMLElement element() {
        return element;
    }

    String value() {
        return input.getValue();
    }

    void setValue(String value) {
        input.setValue(value);
    }

    void focus() {
        input.focus();
    }

    /** Says what is wrong, and takes the person there. */
    void refuse(String words) {
        accept();
        alert = Dom.text("p", "alert", words).withAttr("id", alertId).withAttr("role", "alert");
        element.appendChild(alert);
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-errormessage", alertId);
        input.setAttribute("aria-describedby", alertId);
        input.focus();
    }

    /** Nothing is wrong any more. */
    void accept() {
        if (alert != null) {
            alert.delete();
            alert = null;
            input.removeAttribute("aria-invalid");
            input.removeAttribute("aria-errormessage");
            input.removeAttribute("aria-describedby");
        }
    }
}
