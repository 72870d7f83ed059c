package chat.pando.tab.view;

import chat.pando.protocol.RoomSummary;
import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.RoomEntry;
import chat.pando.tab.model.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** A room in the list: a link to it, and for an invitation the buttons to answer it. */
final class RoomPart implements Part<RoomPart.Shown> {

    private final Actions actions;
    private final Calendar calendar;
    private final HTMLElement link = Dom.el("a", "room-link");
    private final HTMLElement element = Dom.el("li", "", link);
    private InvitationAnswer answer;

    /** A room, and whether it is the open one. */
    record Shown(RoomEntry entry, boolean open) {}

    RoomPart(Actions actions, Calendar calendar) {
        this.actions = actions;
        this.calendar = calendar;
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void update(Shown shown) {
        RoomSummary room = shown.entry().room();
        link.setAttribute("href", RoomAddress.of(room.id()));
        link.setAttribute("data-room-id", room.id());
        Dom.setOrRemove(link, "aria-current", shown.open(), "page");
        link.clear();
        link.appendChild(Avatar.of(room.id(), room.name()));
        link.appendChild(Dom.el("span", "room-text", firstLine(shown.entry()), secondLine(shown.entry())));
        updateAnswer(shown);
    }

    private HTMLElement firstLine(RoomEntry entry) {
        RoomSummary room = entry.room();
        HTMLElement line = Dom.el("span", "room-first", Dom.text("span", "room-name", room.name()));
        if (room.encrypted()) {
            line.appendChild(Icon.LOCK.draw());
            line.appendChild(Dom.spoken(" encrypted "));
        }
        if (room.lastActivity() > 0) {
            line.appendChild(Dom.text("time", "", shortTime(room.lastActivity()))
                    .withAttr("datetime", calendar.iso(room.lastActivity())));
        }
        return line;
    }

    private String shortTime(long instant) {
        return calendar.day(instant).equals(calendar.day(calendar.now()))
                ? calendar.time(instant)
                : calendar.shortDay(instant);
    }

    private static HTMLElement secondLine(RoomEntry entry) {
        RoomSummary room = entry.room();
        HTMLElement line = Dom.el("span", "room-second", Dom.text("span", "preview", preview(entry)));
        if (room.unread() > 0) {
            String count = room.unread() > 99 ? "99+" : String.valueOf(room.unread());
            line.appendChild(Dom.el("span", "badge",
                    Dom.text("span", "", count).withAttr("aria-hidden", "true"),
                    Dom.spoken(" " + Words.unread(room.unread()))));
        }
        return line;
    }

    private static String preview(RoomEntry entry) {
        RoomSummary room = entry.room();
        if (entry.isInvitation()) {
            return room.inviter().map(who -> who + " invites you").orElse("You are invited");
        }
        return entry.hint().orElse(room.preview().isEmpty() ? Words.members(room.memberCount()) : room.preview());
    }

    /** The open invitation is answered in the pane beside the list. */
    private void updateAnswer(Shown shown) {
        boolean here = shown.entry().isInvitation() && !shown.open();
        if (!here && answer != null) {
            answer.element().delete();
            answer = null;
        } else if (here && answer == null) {
            answer = new InvitationAnswer(actions, shown.entry().room().id());
            element.appendChild(answer.element());
        }
    }
}
