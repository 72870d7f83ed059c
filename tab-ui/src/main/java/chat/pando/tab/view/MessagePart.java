package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Problem;
import chat.pando.protocol.TimelineItem;
import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.Row;
import chat.pando.tab.model.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** A message: who wrote it, what it says, when, and what became of it. */
final class MessagePart implements Part<Row> {

    private final Actions actions;
    private final String room;
    private final Calendar calendar;
    private final HTMLElement by = Dom.el("p", "by");
    private final HTMLElement body = Dom.el("div", "body");
    private final HTMLElement time = Dom.el("time", "");
    private final HTMLElement mark = Dom.el("span", "mark");
    private final HTMLElement column = Dom.el("div", "column", by, body);
    private final HTMLElement meta = Dom.el("div", "meta", time, mark);
    private final HTMLElement element = Dom.el("article", "", column, meta);
    private HTMLElement cancel;
    private HTMLElement avatar;
    private FailureLine failure;
    private LongBody longBody;
    private Row.Message shown;

    MessagePart(Actions actions, String room, Calendar calendar) {
        this.actions = actions;
        this.room = room;
        this.calendar = calendar;
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void update(Row row) {
        Row.Message next = (Row.Message) row;
        TimelineItem item = next.item();
        Dom.setAttribute(element, "class", (next.lead() ? "lead" : "") + (next.own() ? " own" : ""));
        Dom.setAttribute(element, "data-sender", item.sender());
        Dom.setAttribute(element, "data-state", Words.attribute(item.state()));
        item.eventId().ifPresent(id -> Dom.setAttribute(element, "data-event-id", id));
        updateSender(next);
        updateBody(item);
        if (shown == null || shown.item().timestamp() != item.timestamp()) {
            Dom.setText(time, calendar.time(item.timestamp()));
            Dom.setAttribute(time, "datetime", calendar.iso(item.timestamp()));
            Dom.setAttribute(time, "title", calendar.full(item.timestamp()));
        }
        if (shown == null || shown.item().state() != item.state()) {
            StateMark.fill(mark, item.state(), next.own());
        }
        updateCancel(next);
        updateFailure(item);
        shown = next;
    }

    private void updateBody(TimelineItem item) {
        boolean isLong = item.content() instanceof TimelineItem.Content.LongText;
        if (!isLong && longBody != null) {
            longBody.foot().delete();
            longBody = null;
        }
        if (isLong) {
            if (longBody == null) {
                longBody = new LongBody(actions, room, body);
                column.insertBefore(longBody.foot(), body.getNextSibling());
            }
            longBody.update(item);
        } else if (shown == null || !shown.item().content().equals(item.content())) {
            MessageBody.fill(body, item.content());
        }
    }

    private void updateSender(Row.Message next) {
        boolean same = shown != null
                && shown.lead() == next.lead()
                && shown.senderName().equals(next.senderName());
        if (same) {
            return;
        }
        if (avatar != null) {
            avatar.delete();
            avatar = null;
        }
        by.clear();
        Dom.show(by, next.lead());
        if (next.lead()) {
            avatar = Avatar.of(next.item().sender(), next.senderName());
            element.insertBefore(avatar, column);
            by.appendChild(Dom.text("span", "sender", next.senderName()).withAttr("title", next.item().sender()));
        }
    }

    /** What still waits can be taken back; it stands beside the rest, so that nothing moves when it comes and goes. */
    private void updateCancel(Row.Message next) {
        boolean waits = next.own() && canBeTakenBack(next.item());
        if (waits && cancel == null) {
            Command discard = new Command.DiscardMessage(room, next.item().key());
            cancel = Dom.button("small quiet cancel", "Cancel", () -> actions.call(discard, outcome -> { }));
            meta.appendChild(cancel);
        } else if (!waits && cancel != null) {
            cancel.delete();
            cancel = null;
        }
    }

    /** A long text also while its parts go out one by one. */
    private static boolean canBeTakenBack(TimelineItem item) {
        return item.state() == TimelineItem.State.WAITING
                || item.state() == TimelineItem.State.SENDING && item.content() instanceof TimelineItem.Content.LongText;
    }

    private void updateFailure(TimelineItem item) {
        boolean failed = item.state() == TimelineItem.State.FAILED;
        if (!failed && failure != null) {
            failure.element().delete();
            failure = null;
        } else if (failed) {
            if (failure == null) {
                failure = new FailureLine(actions, room, item.key());
                column.appendChild(failure.element());
            }
            failure.say(item.failure().map(Problem::message).orElse("It wasn't sent."));
        }
    }
}
