package chat.pando.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The order of a timeline that grows at its end, at its start and in its gaps. */
class PositionTest {

    @Test
    void textsSortLikePositions() {
        List<Position> ascending = List.of(
                new Position(1, Position.MIDDLE - 1),
                new Position(1, Position.MIDDLE),
                new Position(1, Position.MIDDLE, 1),
                new Position(1, Position.MIDDLE, 20),
                new Position(1, Position.MIDDLE + 1),
                Position.ofGapBefore(2),
                new Position(2, 1),
                new Position(2, Position.MIDDLE + 12),
                new Position(10, 0));
        for (int i = 1; i < ascending.size(); i++) {
            assertTrue(ascending.get(i - 1).text().compareTo(ascending.get(i).text()) < 0);
            assertTrue(ascending.get(i - 1).compareTo(ascending.get(i)) < 0);
        }
        ascending.forEach(position -> assertEquals(position, Position.parse(position.text())));
    }

    @Test
    void whatIsAppendedAfterAHoleLeavesRoomBeforeIt() {
        TimelineEnds ends = TimelineEnds.EMPTY.olderFrom(Optional.of("token")).appended();
        Position first = ends.last();
        ends = ends.appended();
        assertEquals(new Position(1, first.index() + 1), ends.last());
        ends = ends.broken().appended();
        assertEquals(new Position(2, Position.MIDDLE), ends.last());
        ends = ends.prepended();
        assertEquals(new Position(1, first.index() - 1), ends.first());
        assertEquals(Optional.of("token"), ends.older());
    }

    @Test
    void thereIsRoomForManyPlacesBeforeOneAndAfterOne() {
        Position one = new Position(1, Position.MIDDLE);
        Position next = new Position(1, Position.MIDDLE + 1);
        Optional<Position> last = Optional.of(one);
        Optional<Position> first = Optional.of(next);
        for (int i = 0; i < 1_000; i++) {
            Position before = next.before(last).orElseThrow();
            assertTrue(last.orElseThrow().compareTo(before) < 0 && before.compareTo(next) < 0);
            last = Optional.of(before);
        }
        for (int i = 0; i < 10; i++) {
            Position after = one.after(first).orElseThrow();
            assertTrue(one.compareTo(after) < 0 && after.compareTo(first.orElseThrow()) < 0);
            first = Optional.of(after);
        }
        assertTrue(first.orElseThrow().text().compareTo(last.orElseThrow().text()) < 0);
    }

    @Test
    void whereThereIsNoRoomThereIsNoPlace() {
        Position one = new Position(1, Position.MIDDLE);
        Position close = new Position(1, Position.MIDDLE, 1);
        assertEquals(Optional.empty(), close.before(Optional.of(one)));
        assertEquals(Optional.empty(), one.after(Optional.of(close)));
    }
}
