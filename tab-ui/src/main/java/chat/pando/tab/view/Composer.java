package chat.pando.tab.view;

import chat.pando.protocol.Problem;
import chat.pando.tab.model.Preferences;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/** Where a person writes. What is typed is kept, over a change of rooms and a reload, until the core has it. */
final class Composer {

    /** More than fits into it when it is as high as it gets. */
    private static final int COPIED = 10_000;

    private final Actions actions;
    private final String room;
    private final Preferences preferences;
    private final HTMLTextAreaElement text;
    private final HTMLElement growing;
    private final FormAlert alert = new FormAlert();
    private final HTMLElement element;

    Composer(Actions actions, String room, Preferences preferences) {
        this.actions = actions;
        this.room = room;
        this.preferences = preferences;
        text = (HTMLTextAreaElement) Dom.el("textarea", "")
                .withAttr("aria-label", "Message")
                .withAttr("placeholder", "Write a message")
                .withAttr("rows", "1")
                .withAttr("dir", "auto");
        growing = Dom.el("div", "growing", text);
        HTMLElement send = Dom.iconButton("primary send", Icon.SEND, "Send", this::send);
        element = Dom.el("div", "composer", alert.element(), Dom.el("div", "composer-line", growing, send));
        Dom.on(text, "keydown", this::key);
        Dom.on(text, "input", (Event event) -> typed());
        refresh();
    }

    HTMLElement element() {
        return element;
    }

    void focus() {
        text.focus();
    }

    /** Shows the draft as it is kept, with the reason why it came back, where it did. */
    void refresh() {
        text.setValue(actions.draft(room));
        actions.refusal(room).map(Problem::message).ifPresentOrElse(alert::say, alert::clear);
        fit();
    }

    private void typed() {
        actions.keepDraft(room, text.getValue());
        fit();
    }

    private void key(KeyboardEvent event) {
        if (!event.getKey().equals("Enter") || event.isComposing() || isImeConfirmation(event)) {
            return;
        }
        boolean withModifier = event.isCtrlKey() || event.isMetaKey();
        if (withModifier || preferences.enterSends() && !event.isShiftKey()) {
            event.preventDefault();
            send();
        }
    }

    /** Safari ends a composition before the key that confirmed it; the key's code tells it from a real Enter. */
    private static boolean isImeConfirmation(KeyboardEvent event) {
        return event.getKeyCode() == 229;
    }

    private void send() {
        String body = text.getValue();
        if (body.strip().isEmpty()) {
            alert.say("There is nothing to send yet: write something first.");
        } else {
            actions.sendText(room, body);
            refresh();
        }
        text.focus();
    }

    /**
     * The style sheet lays a copy of the text under it, which gives both their height: nothing is measured. Of a long
     * text the beginning makes it as high as it gets.
     */
    private void fit() {
        String value = text.getValue();
        growing.setAttribute("data-text", value.length() > COPIED ? value.substring(0, COPIED) : value);
    }
}
