package chat.pando.tab.view;

import chat.pando.protocol.RoomSummary;
import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.OpenRoom;
import chat.pando.tab.model.Preferences;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The open room: its messages, where to write, and on demand its members. */
final class ConversationPane {

    private final String room;
    private final String me;
    private final Calendar calendar;
    private final TimelineView timeline;
    private final FailedBar failedBar;
    private final Composer composer;
    private final MembersPane members;
    private final HTMLElement title = Dom.el("h2", "");
    private final HTMLElement secrecy = Dom.el("p", "secrecy");
    private final HTMLElement membersCount = Dom.el("span", "");
    private final HTMLElement membersButton;
    private final HTMLElement loading = Dom.text("p", "loading", "Opening the room…");
    private final HTMLElement element;
    private final ReadMarker marker;

    ConversationPane(Actions actions, RoomSummary summary, String me, Calendar calendar, Preferences preferences) {
        this.room = summary.id();
        this.me = me;
        this.calendar = calendar;
        marker = new ReadMarker(actions, room);
        timeline = new TimelineView(actions, room, me, calendar, this::markRead);
        failedBar = new FailedBar(actions, room);
        composer = new Composer(actions, room, preferences);
        members = new MembersPane(actions, room, me, summary.name(), () -> showMembers(false));
        membersButton = Dom.labelledButton("quiet members-button", Icon.PEOPLE, "Members", this::toggleMembers);
        membersButton.appendChild(membersCount);
        membersButton.setAttribute("aria-expanded", "false");
        HTMLElement head = Dom.el("header", "pane-head",
                Dom.iconButton("quiet to-rooms", Icon.BACK, "Back to rooms", actions::closeRoom),
                Dom.el("div", "titles", title, secrecy), membersButton);
        element = Dom.el("section", "conversation",
                Dom.el("div", "column", head, loading, timeline.element(), failedBar.element(), composer.element()),
                members.element());
        showMembers(false);
        update(summary);
    }

    HTMLElement element() {
        return element;
    }

    String room() {
        return room;
    }

    void focus() {
        composer.focus();
    }

    /** The room's name and nature. */
    void update(RoomSummary summary) {
        Dom.setText(title, summary.name());
        Dom.setText(secrecy, summary.encrypted() ? "Encrypted" : "Not encrypted: the server can read along");
        Dom.setAttribute(secrecy, "class", summary.encrypted() ? "secrecy" : "secrecy open");
        Dom.setText(membersCount, String.valueOf(summary.memberCount()));
    }

    /** The room's messages and members, once they are there. */
    void update(AccountModel account) {
        Optional<OpenRoom> open = account.open(room);
        Dom.show(loading, open.isEmpty());
        Dom.show(timeline.element(), open.isPresent());
        open.ifPresent(there -> {
            timeline.update(there);
            failedBar.update(there.timeline().failed());
            members.update(there);
            int unread = account.rooms().find(room).map(RoomSummary::unread).orElse(0);
            marker.update(unread, there.timeline().latestEvent());
            markRead();
        });
    }

    /** The draft came back, or went. */
    void refreshDraft() {
        composer.refresh();
    }

    /** Says that everything is read, where the person sees it. */
    void markRead() {
        if (timeline.atEnd()) {
            marker.seen();
        }
    }

    private void toggleMembers() {
        showMembers(members.element().isHidden());
    }

    private void showMembers(boolean shown) {
        Dom.show(members.element(), shown);
        membersButton.setAttribute("aria-expanded", String.valueOf(shown));
    }
}
