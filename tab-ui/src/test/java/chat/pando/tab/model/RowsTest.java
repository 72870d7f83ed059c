package chat.pando.tab.model;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.BOB;
import static chat.pando.tab.model.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import chat.pando.protocol.TimelineItem.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static final long MINUTE = 60_000;

    @Test
    void messagesOfOneSenderStandTogether() {
        assertEquals("DLf", shape(said("a", BOB, 0), said("b", BOB, MINUTE)));
    }

    @Test
    void anotherSenderLeadsAnew() {
        assertEquals("DLLL", shape(said("a", BOB, 0), said("b", ALICE, 1), said("c", BOB, 2)));
    }

    @Test
    void aPauseLeadsAnew() {
        assertEquals("DLL", shape(said("a", BOB, 0), said("b", BOB, Rows.GROUP_GAP_MS + 1)));
    }

    @Test
    void aNewDayIsMarkedOnceAndLeadsAnew() {
        long day = 24 * 60 * MINUTE;
        assertEquals("DLfDL", shape(said("a", BOB, 0), said("b", BOB, 1), said("c", BOB, day)));
    }

    @Test
    void happeningsAndGapsPartAGroup() {
        TimelineItem joined = item("h", BOB, 1, new Content.Happening("@bob:example.org joined"));
        TimelineItem gap = item("g", BOB, 3, new Content.Gap());
        assertEquals("DLHLGL", shape(said("a", BOB, 0), joined, said("b", BOB, 2), gap, said("c", BOB, 4)));
    }

    @Test
    void namesAreThoseOfTheMembers() {
        List<Row> rows = rows(said("a", BOB, 0), said("b", "@carol:example.org", 1), said("c", ALICE, 2));
        assertEquals("Bob", ((Row.Message) rows.get(1)).senderName());
        assertEquals("@carol:example.org", ((Row.Message) rows.get(2)).senderName());
        assertTrue(((Row.Message) rows.get(3)).own());
    }

    @Test
    void whatIsMissingIsNamedByItsSenderAndPartsAGroup() {
        TimelineItem one = item("m1", BOB, 1, new Content.Missing(1));
        TimelineItem more = item("m3", "", 3, new Content.Missing(3));
        assertEquals("DLMLM", shape(said("a", BOB, 0), one, said("b", BOB, 2), more));
        List<Row> rows = rows(one, more);
        assertEquals("A message from Bob is missing", ((Row.Missing) rows.get(0)).words());
        assertEquals("3 messages are missing", ((Row.Missing) rows.get(1)).words());
    }

    @Test
    void keysAreUnique() {
        List<Row> rows = rows(said("a", BOB, 0), item("a2", BOB, 1, new Content.Gap()), said("b", BOB, 2));
        assertEquals(rows.size(), rows.stream().map(Row::key).distinct().count());
    }

    private static TimelineItem said(String key, String sender, long later) {
        return item(key, sender, later, new Content.Text(Content.Text.Kind.TEXT, key));
    }

    private static TimelineItem item(String key, String sender, long later, Content content) {
        String order = String.valueOf(NOON + later);
        return Given.item(key, order, sender, NOON + later, State.RECEIVED, content);
    }

    private static List<Row> rows(TimelineItem... items) {
        return Rows.of(new OpenRoom(Given.open(List.of(items), false)), new Excerpt(), ALICE, new UtcCalendar());
    }

    /** D a day, L a message that leads, f one that follows, H a happening, G a gap, M what is missing. */
    private static String shape(TimelineItem... items) {
        StringBuilder shape = new StringBuilder();
        for (Row row : rows(items)) {
            shape.append(
                    row instanceof Row.Day ? "D"
                    : row instanceof Row.Gap ? "G"
                    : row instanceof Row.Missing ? "M"
                    : row instanceof Row.Happening ? "H"
                    : ((Row.Message) row).lead() ? "L" : "f");
        }
        return shape.toString();
    }
}
