package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import java.util.function.BooleanSupplier;
import org.teavm.jso.dom.html.HTMLElement;

/** The beginning of a shown timeline: fetches earlier messages, or says that there are none. */
final class OlderLoader {

    private final Actions actions;
    private final String room;
    private final BooleanSupplier shownFromStock;
    private final Runnable askAgain;
    private final HTMLElement button = Dom.button("small", "Load earlier messages", this::loadByHand);
    private final FormAlert alert = new FormAlert();
    private final HTMLElement beginning = Dom.text("p", "beginning", "This is the beginning of the room.");
    private final Busy busy = new Busy(button);
    private final HTMLElement element = Dom.el("div", "older", button, beginning, alert.element());
    private boolean there;
    private boolean refused;
    /** Whether more was asked for while some were being fetched. */
    private boolean wanted;

    /**
     * @param shownFromStock shows earlier messages that the tab has; false where it has none
     * @param askAgain       asks for more where there is still room for them
     */
    OlderLoader(Actions actions, String room, BooleanSupplier shownFromStock, Runnable askAgain) {
        this.actions = actions;
        this.room = room;
        this.shownFromStock = shownFromStock;
        this.askAgain = askAgain;
    }

    HTMLElement element() {
        return element;
    }

    /** Whether there are earlier messages. */
    void setThere(boolean now) {
        there = now;
        Dom.show(button, now);
        Dom.show(beginning, !now);
    }

    /** Fetches them, unless that is going on, or was refused and so waits for the person. */
    void load() {
        wanted = busy.working();
        if (!there || wanted || refused) {
            return;
        }
        busy.begin(button);
        actions.call(new Command.LoadOlder(room), this::settled);
    }

    private void loadByHand() {
        refused = false;
        alert.clear();
        if (!shownFromStock.getAsBoolean()) {
            load();
        }
    }

    private void settled(Outcome outcome) {
        busy.end();
        if (outcome instanceof Outcome.Refused answer) {
            refused = true;
            alert.say(answer.problem().message());
        } else if (wanted) {
            wanted = false;
            askAgain.run();
        }
    }
}
