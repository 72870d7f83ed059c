package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import chat.pando.tab.model.LongText;
import org.teavm.jso.dom.html.HTMLElement;

/** A long text: folded to how it begins, until the person wants all of it; that is then asked of the core. */
final class LongBody {

    private final Actions actions;
    private final String room;
    private final HTMLElement body;
    private final HTMLElement note = Dom.el("span", "note");
    private final HTMLElement toggle = Dom.button("small quiet", "Show all", this::toggle);
    private final Busy busy = new Busy(toggle);
    private final HTMLElement foot = Dom.el("div", "long-foot", note, toggle);
    private String sender = "";
    private Content.LongText shown;
    private boolean open;

    /** @param body where the text goes */
    LongBody(Actions actions, String room, HTMLElement body) {
        this.actions = actions;
        this.room = room;
        this.body = body;
    }

    /** What stands under the text. */
    HTMLElement foot() {
        return foot;
    }

    void update(TimelineItem item) {
        Content.LongText next = (Content.LongText) item.content();
        boolean changed = !next.equals(shown);
        sender = item.sender();
        shown = next;
        Dom.setText(note, LongText.words(next, item.state()));
        Dom.show(toggle, LongText.isReadable(next));
        if (changed && !(open && next.standing() == Content.LongText.Standing.WHOLE)) {
            fold();
        }
    }

    private void toggle() {
        if (busy.working()) {
            return;
        }
        if (open) {
            fold();
            return;
        }
        busy.begin(toggle);
        actions.call(new Command.ReadText(room, sender, shown.transfer()), outcome -> {
            busy.end();
            if (outcome instanceof Outcome.Done done) {
                unfold(done.result().string("body").orElse(""));
            } else if (outcome instanceof Outcome.Refused refused) {
                Dom.setText(note, refused.problem().message());
            }
        });
    }

    private void fold() {
        open = false;
        body.clear();
        body.setClassName("body folded");
        MessageBody.addText(body, shown.start());
        Dom.setText(toggle, "Show all");
        toggle.setAttribute("aria-expanded", "false");
    }

    private void unfold(String text) {
        open = true;
        body.clear();
        body.setClassName("body");
        for (String block : LongText.blocks(text)) {
            HTMLElement part = Dom.el("div", "block");
            MessageBody.addText(part, block);
            body.appendChild(part);
        }
        Dom.setText(toggle, "Show less");
        toggle.setAttribute("aria-expanded", "true");
    }
}
