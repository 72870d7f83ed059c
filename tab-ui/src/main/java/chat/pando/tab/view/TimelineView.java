package chat.pando.tab.view;

import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.Excerpt;
import chat.pando.tab.model.OpenRoom;
import chat.pando.tab.model.Row;
import chat.pando.tab.model.Rows;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/**
 * The messages of a room, updated in place; of a long timeline, the part around what the person reads.
 *
 * <p>Who reads the latest stays with the latest, also when the window changes its size; who reads earlier ones keeps
 * their place, whatever is added above or below.
 */
final class TimelineView {

    /** This close to the end counts as being there. */
    private static final int NEAR_END_PX = 48;

    /** This close to the first or last message that is laid out, more are. */
    private static final int NEAR_EDGE_PX = 240;

    private final String me;
    private final Calendar calendar;
    private final OlderLoader older;
    private final Runnable whenSeen;
    private final HTMLElement rows = Dom.el("div", "rows");
    private final HTMLElement log;
    private final HTMLElement latest;
    private final HTMLElement element;
    private final KeyedList<Row> parts;
    private final Excerpt excerpt = new Excerpt();
    private Optional<OpenRoom> shown = Optional.empty();
    private boolean following = true;
    private int lastTop;
    private int lastWidth;

    TimelineView(Actions actions, String room, String me, Calendar calendar, Runnable whenSeen) {
        this.me = me;
        this.calendar = calendar;
        this.whenSeen = whenSeen;
        older = new OlderLoader(actions, room, this::reachBack, this::loadWhereThereIsRoom);
        log = Dom.el("div", "log", older.element(), rows)
                .withAttr("role", "log")
                .withAttr("aria-label", "Timeline")
                .withAttr("tabindex", "0");
        latest = Dom.labelledButton("latest", Icon.DOWN, "Jump to latest", this::jumpToLatest);
        element = Dom.el("div", "timeline", log, latest);
        parts = new KeyedList<>(rows, Row::key, row -> RowParts.of(row, actions, room, calendar));
        Dom.on(log, "scroll", event -> scrolled());
        Resizes.observe(log, this::resized);
        Resizes.observe(rows, this::resized); // a message can grow by itself, as when it offers to be taken back
        Dom.show(latest, false);
    }

    HTMLElement element() {
        return element;
    }

    /** Whether the latest message is in sight. */
    boolean atEnd() {
        return below() < NEAR_END_PX && !shown.map(room -> excerpt.hasLater(room.timeline())).orElse(false);
    }

    /** How much is laid out below what is in sight. */
    private int below() {
        return log.getScrollHeight() - log.getScrollTop() - log.getClientHeight();
    }

    void update(OpenRoom room) {
        noticeScrolling();
        shown = Optional.of(room);
        if (!following && log.getScrollTop() < NEAR_EDGE_PX) {
            excerpt.reachBack(room.timeline());
        }
        layOut(room);
        keepPlace();
    }

    /** Brings the rows up to date around the first message in sight, which stays where it is. */
    private void layOut(OpenRoom room) {
        HTMLElement anchor = following ? null : firstInSight();
        int before = anchor == null ? 0 : anchor.getOffsetTop();
        older.setThere(room.hasOlder() || excerpt.hasEarlier(room.timeline()));
        parts.update(Rows.of(room, excerpt, me, calendar));
        if (anchor != null && anchor.getParentNode() == rows) {
            log.setScrollTop(log.getScrollTop() + anchor.getOffsetTop() - before);
        }
    }

    /** After the content or the window changed its size. */
    private void resized() {
        noticeScrolling();
        keepPlace();
    }

    private void keepPlace() {
        if (following) {
            goToEnd();
        }
        if (fits()) {
            older.load();
        }
    }

    private void goToEnd() {
        log.setScrollTop(log.getScrollHeight());
        lastTop = log.getScrollTop();
    }

    /** Whether all that is laid out is in sight at once. */
    private boolean fits() {
        return isLaidOut() && log.getScrollHeight() <= log.getClientHeight();
    }

    /** It is not where the pane is hidden, as behind the list of rooms in a narrow window. */
    private boolean isLaidOut() {
        return log.getClientHeight() > 0;
    }

    private void loadWhereThereIsRoom() {
        if (fits() || !following && log.getScrollTop() < NEAR_EDGE_PX) {
            older.load();
        }
    }

    private void scrolled() {
        if (!isLaidOut()) {
            return;
        }
        noticeScrolling();
        if (following) {
            whenSeen.run();
        } else {
            shown.ifPresent(this::extend);
        }
    }

    /**
     * Sees whether the person has left the end, or come back to it. The event that tells of it comes when the browser
     * draws next: what changes before that asks here first, or it would take the person back.
     */
    private void noticeScrolling() {
        boolean brokenAnew = noteWidth();
        if (!isLaidOut()) {
            return;
        }
        boolean was = following;
        // Only going up leaves the end, which moves away by itself; where lines break anew, the browser may go up too.
        following = atEnd() || following && (brokenAnew || log.getScrollTop() >= lastTop);
        if (following != was) {
            shown.ifPresent(room -> follow(room, following));
        }
        lastTop = log.getScrollTop();
        Dom.show(latest, !following);
    }

    /** Whether the log has another width than before: its lines break elsewhere, or it was not shown. */
    private boolean noteWidth() {
        boolean another = log.getClientWidth() != lastWidth;
        lastWidth = log.getClientWidth();
        return another;
    }

    private void follow(OpenRoom room, boolean now) {
        if (now) {
            excerpt.follow();
            layOut(room);
            keepPlace();
        } else {
            excerpt.stay(room.timeline());
        }
    }

    /** Lays more messages out where the person comes close to those that aren't. */
    private void extend(OpenRoom room) {
        if (log.getScrollTop() < NEAR_EDGE_PX && !reachBack()) {
            older.load();
        } else if (below() < NEAR_EDGE_PX && excerpt.hasLater(room.timeline())) {
            excerpt.reachOn(room.timeline());
            layOut(room);
        }
    }

    /** Lays earlier messages out that this tab has; false where there are none. */
    private boolean reachBack() {
        Optional<OpenRoom> there = shown.filter(room -> excerpt.hasEarlier(room.timeline()));
        there.ifPresent(room -> {
            following = false;
            excerpt.reachBack(room.timeline());
            layOut(room);
        });
        return there.isPresent();
    }

    private void jumpToLatest() {
        following = true;
        shown.ifPresent(room -> follow(room, true));
        log.focus();
    }

    /** The first message in sight: unlike the line of a day it stays where it is when others are added around it. */
    private HTMLElement firstInSight() {
        int top = log.getScrollTop();
        for (Node row = rows.getFirstChild(); row != null; row = row.getNextSibling()) {
            HTMLElement candidate = (HTMLElement) row;
            boolean inSight = candidate.getOffsetTop() + candidate.getOffsetHeight() > top;
            if (inSight && candidate.getTagName().equalsIgnoreCase("article")) {
                return candidate;
            }
        }
        return null;
    }
}
