package chat.pando.tab.view;

import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.Row;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/**
 * The messages of a room, updated in place.
 *
 * <p>Who reads the latest stays with the latest; who reads earlier ones keeps their place, whatever is added above or
 * below.
 */
final class TimelineView {

    /** This close to the end counts as being there. */
    private static final int NEAR_END_PX = 48;

    /** This close to the beginning earlier messages are fetched. */
    private static final int NEAR_BEGINNING_PX = 240;

    private final OlderLoader older;
    private final Runnable whenSeen;
    private final HTMLElement rows = Dom.el("div", "rows");
    private final HTMLElement log;
    private final HTMLElement latest;
    private final HTMLElement element;
    private final KeyedList<Row> parts;
    private boolean following = true;
    private int lastTop;

    TimelineView(Actions actions, String room, Calendar calendar, Runnable whenSeen) {
        this.whenSeen = whenSeen;
        older = new OlderLoader(actions, room);
        log = Dom.el("div", "log", older.element(), rows)
                .withAttr("role", "log")
                .withAttr("aria-label", "Timeline")
                .withAttr("tabindex", "0");
        latest = Dom.labelledButton("latest", Icon.DOWN, "Jump to latest", this::jumpToLatest);
        element = Dom.el("div", "timeline", log, latest);
        parts = new KeyedList<>(rows, Row::key, row -> RowParts.of(row, actions, room, calendar));
        Dom.on(log, "scroll", event -> scrolled());
        Resizes.observe(log, this::keepPlace);
        Dom.show(latest, false);
    }

    HTMLElement element() {
        return element;
    }

    /** Whether the latest message is in sight. */
    boolean atEnd() {
        return log.getScrollHeight() - log.getScrollTop() - log.getClientHeight() < NEAR_END_PX;
    }

    void update(List<Row> all, boolean hasOlder) {
        HTMLElement anchor = following ? null : firstInSight();
        int before = anchor == null ? 0 : anchor.getOffsetTop();
        older.setThere(hasOlder);
        parts.update(all);
        if (anchor != null && anchor.getParentNode() == rows) {
            log.setScrollTop(log.getScrollTop() + anchor.getOffsetTop() - before);
        }
        keepPlace();
    }

    /** After the content or the window changed its size. */
    private void keepPlace() {
        if (following) {
            log.setScrollTop(log.getScrollHeight());
        }
        boolean fits = log.getClientHeight() > 0 && log.getScrollHeight() <= log.getClientHeight();
        if (fits) {
            older.load();
        }
    }

    /** Only going up leaves the end: the event may come late, when what was the end has moved away by itself. */
    private void scrolled() {
        int top = log.getScrollTop();
        following = atEnd() || following && top >= lastTop;
        lastTop = top;
        Dom.show(latest, !following);
        if (following) {
            whenSeen.run();
        }
        if (top < NEAR_BEGINNING_PX && !following) {
            older.load();
        }
    }

    private void jumpToLatest() {
        following = true;
        keepPlace();
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
