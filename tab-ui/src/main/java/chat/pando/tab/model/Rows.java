package chat.pando.tab.model;

import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays a timeline out in rows: days apart, messages of one sender together. */
public final class Rows {

    /** A pause of this length begins a new group. */
    static final long GROUP_GAP_MS = 5 * 60_000L;

    private final Calendar calendar;
    private final String me;
    private final Names names;

    private final List<Row> rows = new ArrayList<>();
    private String day = "";
    private TimelineItem previous;

    private Rows(Calendar calendar, String me, Names names) {
        this.calendar = calendar;
        this.me = me;
        this.names = names;
    }

    /** The rows of a part of a room as the person {@code me} sees it: the same that they are in the whole. */
    public static List<Row> of(OpenRoom room, Excerpt part, String me, Calendar calendar) {
        Rows layout = new Rows(calendar, me, room.names());
        part.before(room.timeline()).ifPresent(layout::add);
        layout.rows.clear();
        part.items(room.timeline()).forEach(layout::add);
        return layout.rows;
    }

    private void add(TimelineItem item) {
        if (item.content() instanceof Content.Gap) {
            rows.add(new Row.Gap(item));
            previous = null;
            return;
        }
        if (item.content() instanceof Content.Missing missing) {
            Optional<String> sender = Optional.of(item.sender()).filter(id -> !id.isEmpty()).map(names::of);
            rows.add(new Row.Missing(item, Words.missing(missing.count(), sender)));
            previous = null;
            return;
        }
        addDay(item.timestamp());
        if (item.content() instanceof Content.Happening happening) {
            rows.add(new Row.Happening(item, happening.sentence()));
            previous = null;
            return;
        }
        rows.add(new Row.Message(item, names.of(item.sender()), leads(item), item.sender().equals(me)));
        previous = item;
    }

    private void addDay(long instant) {
        String itsDay = calendar.day(instant);
        if (!itsDay.equals(day)) {
            rows.add(new Row.Day(itsDay, calendar.dayName(instant)));
            day = itsDay;
            previous = null;
        }
    }

    private boolean leads(TimelineItem item) {
        return previous == null
                || !previous.sender().equals(item.sender())
                || Math.abs(item.timestamp() - previous.timestamp()) > GROUP_GAP_MS;
    }
}
