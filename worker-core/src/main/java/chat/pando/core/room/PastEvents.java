package chat.pando.core.room;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomEvent;
import chat.pando.store.EventPlace;
import chat.pando.store.GapRow;
import chat.pando.store.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in pages of a room's past: to fill a gap, or because the person scrolls back. */
final class PastEvents {

    private final Opener opener;

    PastEvents(Opener opener) {
        this.opener = opener;
    }

    /**
     * Stores a page of a gap's events. The gap closes where the page's oldest event is known from an earlier stretch,
     * or where nothing is before it. The page is used to its end: servers order history otherwise than /sync, so that a
     * known event can stand before an unknown one. But what is before the oldest event of all is no part of the gap: it
     * is the room's past, which has its place there once somebody looks back.
     */
    void fill(RoomWork work, GapRow gap, JsonObject page) {
        List<RoomEvent> whole = events(page);
        Map<EventId, EventPlace> known = known(work, whole);
        List<RoomEvent> newestFirst = upToTheOldest(whole, known, work.row.ends().first());
        List<OpenedEvent> opened = open(work, newestFirst, known);
        Position oldest = putAbove(work, gap.first(), opened);
        Optional<String> end = page.string("end").filter(token -> !newestFirst.isEmpty());
        if (end.isEmpty() || reachesEarlierStretch(newestFirst, known, gap)) {
            work.tables.gaps().delete(work.draft, gap);
            work.order.lookAgain();
        } else {
            work.tables.gaps().put(work.draft, new GapRow(gap.room(), gap.stretch(), end.get(), oldest));
        }
    }

    /** Puts events above a place in a gap, the newest first; where the uppermost of those stands that went there. */
    static Position putAbove(RoomWork work, Position place, List<OpenedEvent> newestFirst) {
        Position uppermost = place;
        for (OpenedEvent event : newestFirst) {
            Position next = new Position(uppermost.stretch(), uppermost.index() - 1);
            Optional<Position> kept = work.order.placeInPast(event, next);
            kept.ifPresent(there -> TimelineWriter.put(work, event, there, true));
            uppermost = kept.equals(Optional.of(next)) ? next : uppermost;
        }
        return uppermost;
    }

    /** Stores a page of what came before the oldest event. */
    void prepend(RoomWork work, JsonObject page) {
        List<RoomEvent> newestFirst = events(page);
        for (OpenedEvent event : open(work, newestFirst, known(work, newestFirst))) {
            Position next = work.row.ends().prepended().first();
            work.order.placeBeforeAll(event, next).ifPresent(there -> {
                work.row = work.row.withEnds(work.row.ends().prepended());
                TimelineWriter.put(work, event, there, false);
            });
        }
        boolean atStart = newestFirst.isEmpty()
                || newestFirst.stream().anyMatch(event -> event.type().equals("m.room.create"));
        Optional<String> older = page.string("end").filter(token -> !atStart);
        work.row = work.row.withEnds(work.row.ends().olderFrom(older));
    }

    private static List<RoomEvent> events(JsonObject page) {
        return RoomEvent.parseAll(page.array("chunk").orElse(JsonArray.EMPTY));
    }

    private static Map<EventId, EventPlace> known(RoomWork work, List<RoomEvent> events) {
        return work.tables.eventIds().get(
                work.draft, work.room(), events.stream().map(RoomEvent::id).toList());
    }

    /** The unknown events, newest first, decrypted in the order in which they were sent. */
    private List<OpenedEvent> open(RoomWork work, List<RoomEvent> newestFirst, Map<EventId, EventPlace> known) {
        List<RoomEvent> unknown = new ArrayList<>(newestFirst.stream()
                .filter(event -> !inTimeline(known, event))
                .toList());
        Collections.reverse(unknown);
        List<OpenedEvent> opened = new ArrayList<>(opener.open(work, unknown));
        Collections.reverse(opened);
        return opened;
    }

    private static boolean inTimeline(Map<EventId, EventPlace> known, RoomEvent event) {
        EventPlace place = known.get(event.id());
        return place != null && place.position().isPresent();
    }

    /** The events, without those that are older than the one at the beginning of the timeline. */
    private static List<RoomEvent> upToTheOldest(
            List<RoomEvent> newestFirst, Map<EventId, EventPlace> known, Position first) {
        for (int i = 0; i < newestFirst.size(); i++) {
            EventPlace place = known.get(newestFirst.get(i).id());
            if (place != null && place.position().equals(Optional.of(first))) {
                return newestFirst.subList(0, i + 1);
            }
        }
        return newestFirst;
    }

    private static boolean reachesEarlierStretch(
            List<RoomEvent> newestFirst, Map<EventId, EventPlace> known, GapRow gap) {
        EventPlace oldest = known.get(newestFirst.get(newestFirst.size() - 1).id());
        return oldest != null
                && oldest.position().map(position -> position.stretch() < gap.stretch()).orElse(false);
    }
}
