package chat.pando.tab.model;

import chat.pando.protocol.TimelineItem;
import java.util.List;
import java.util.Optional;

/**
 * The part of a timeline that is laid out, so that a long one costs no more than a short one: the latest entries, or a
 * stretch that stays where the person reads and is moved by hand.
 */
public final class Excerpt {

    /** How many of the latest entries are laid out, and how many a stretch begins with. */
    static final int TAIL = 300;

    /** By so many entries a stretch is extended. */
    static final int STEP = 100;

    /** The longest stretch: what is beyond it is given up at its other end. */
    static final int MOST = 600;

    /** Where the stretch begins; empty for the latest entries. */
    private Optional<String> start = Optional.empty();
    private int length = TAIL;

    /** The entries to lay out, in order. */
    public List<TimelineItem> items(Timeline timeline) {
        return start.map(place -> timeline.from(place, length)).orElseGet(() -> timeline.latest(length));
    }

    /** The entry before the first that is laid out. */
    Optional<TimelineItem> before(Timeline timeline) {
        return first(items(timeline)).flatMap(item -> first(timeline.before(Timeline.place(item), 1)));
    }

    public boolean hasEarlier(Timeline timeline) {
        return before(timeline).isPresent();
    }

    public boolean hasLater(Timeline timeline) {
        return start.isPresent() && timeline.from(start.get(), length + 1).size() > length;
    }

    /** Shows the latest entries, now and when there are later ones. */
    public void follow() {
        start = Optional.empty();
        length = TAIL;
    }

    /** Stays with the entries that are shown now. */
    public void stay(Timeline timeline) {
        if (start.isEmpty()) {
            start = first(items(timeline)).map(Timeline::place);
        }
    }

    /** Extends the stretch to earlier entries, where there are any. */
    public void reachBack(Timeline timeline) {
        stay(timeline);
        List<TimelineItem> earlier = start.map(place -> timeline.before(place, STEP)).orElse(List.of());
        if (!earlier.isEmpty()) {
            start = first(earlier).map(Timeline::place);
            length = Math.min(MOST, length + earlier.size());
        }
    }

    /** Extends the stretch to later entries, where there are any. */
    public void reachOn(Timeline timeline) {
        if (!hasLater(timeline)) {
            return;
        }
        List<TimelineItem> longer = timeline.from(start.orElseThrow(), length + STEP);
        int surplus = Math.max(0, longer.size() - MOST);
        start = Optional.of(Timeline.place(longer.get(surplus)));
        length = Math.max(TAIL, longer.size() - surplus);
    }

    private static Optional<TimelineItem> first(List<TimelineItem> items) {
        return items.stream().findFirst();
    }
}
