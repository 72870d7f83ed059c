package chat.pando.tab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.TimelineItem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final int FIRST = 20_000;

    private final Timeline timeline = new Timeline();
    private final Excerpt excerpt = new Excerpt();

    @Test
    void aShortTimelineIsShownAsAWhole() {
        add(FIRST, 50);
        shows(FIRST, 50);
        assertFalse(excerpt.hasEarlier(timeline));
        assertFalse(excerpt.hasLater(timeline));
    }

    @Test
    void ofALongTimelineTheLatestAreShownAndWhatComes() {
        add(FIRST, 5_000);
        shows(FIRST + 5_000 - Excerpt.TAIL, Excerpt.TAIL);
        add(FIRST + 5_000, 10);
        shows(FIRST + 5_010 - Excerpt.TAIL, Excerpt.TAIL);
        assertTrue(excerpt.hasEarlier(timeline));
    }

    @Test
    void whoStaysIsNotMovedByWhatComes() {
        add(FIRST, Excerpt.TAIL);
        excerpt.stay(timeline);
        add(FIRST + Excerpt.TAIL, 1_000);
        add(FIRST - 1_000, 1_000);
        shows(FIRST, Excerpt.TAIL);
        assertTrue(excerpt.hasEarlier(timeline));
        assertTrue(excerpt.hasLater(timeline));
    }

    @Test
    void whoStaysAtTheEndSeesSomeOfWhatComes() {
        add(FIRST, 50);
        excerpt.stay(timeline);
        add(FIRST + 50, 1_000);
        shows(FIRST, Excerpt.TAIL);
    }

    @Test
    void allOfItCanBeReachedBothWays() {
        add(FIRST, 2_000);
        int steps = 0;
        while (excerpt.hasEarlier(timeline)) {
            excerpt.reachBack(timeline);
            assertTrue(excerpt.items(timeline).size() <= Excerpt.MOST);
            assertTrue(++steps < 100);
        }
        shows(FIRST, Excerpt.MOST);
        while (excerpt.hasLater(timeline)) {
            excerpt.reachOn(timeline);
            assertTrue(excerpt.items(timeline).size() <= Excerpt.MOST);
            assertTrue(++steps < 100);
        }
        shows(FIRST + 2_000 - Excerpt.MOST, Excerpt.MOST);
        excerpt.follow();
        shows(FIRST + 2_000 - Excerpt.TAIL, Excerpt.TAIL);
    }

    @Test
    void aPartIsLaidOutAsInTheWhole() {
        add(FIRST, 1_000);
        OpenRoom room = new OpenRoom(Given.open(List.copyOf(timeline.items()), false));
        List<Row> rows = Rows.of(room, excerpt, Given.ALICE, new UtcCalendar());
        assertEquals(Excerpt.TAIL, rows.size(), "no line of a day that began earlier");
        assertTrue(rows.stream().noneMatch(row -> ((Row.Message) row).lead()), "the group began earlier");
    }

    private void add(int from, int count) {
        timeline.put(IntStream.range(from, from + count).mapToObj(ExcerptTest::item).toList());
    }

    private static TimelineItem item(int number) {
        return Given.text("k" + number, String.valueOf(number), Given.BOB, "message " + number);
    }

    private void shows(int from, int count) {
        List<String> expected = IntStream.range(from, from + count).mapToObj(number -> "k" + number).toList();
        assertEquals(expected, excerpt.items(timeline).stream().map(TimelineItem::key).toList());
    }
}
