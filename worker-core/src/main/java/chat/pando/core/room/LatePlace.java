package chat.pando.core.room;

import chat.pando.channel.order.Causes;
import chat.pando.json.JsonObject;
import chat.pando.store.Position;
import chat.pando.store.TimelineRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The place of a message that others have overtaken: below what it followed, above what followed it. Messages are shown
 * before their causes while a stretch of the timeline is being fetched, and a line that tells of a missing message can
 * stand below what followed it. What neither precedes nor follows it says nothing of where it belongs.
 */
final class LatePlace {

    private static final int PAGE = 16;
    /** So far at most a place is looked for. */
    private static final int MOST_PAGES = 32;

    private final RoomWork work;
    private final Causes message;

    private LatePlace(RoomWork work, Causes message) {
        this.work = work;
        this.message = message;
    }

    /** @param there where the message would go otherwise, which is free */
    static Position of(RoomWork work, JsonObject content, Position there) {
        return Causes.in(content).map(message -> new LatePlace(work, message).from(there)).orElse(there);
    }

    private Position from(Position there) {
        Optional<Position> above = firstEffectAbove(there).flatMap(this::before);
        return above.or(() -> lastCauseBelow(there).flatMap(this::after)).orElse(there);
    }

    /** The first of those above a place that followed the message; what is above one of its causes did not. */
    private Optional<Position> firstEffectAbove(Position there) {
        return farthest(this::above, there, this::isEffect, this::isCause);
    }

    /** The last of those below a place that the message followed; what is below one of its effects is none. */
    private Optional<Position> lastCauseBelow(Position there) {
        return farthest(this::below, there, this::isCause, this::isEffect);
    }

    /** The rows next to a place on one side of it, the nearest first. */
    private interface Side {

        List<TimelineRow> rows(Position place, int limit);
    }

    private List<TimelineRow> above(Position place, int limit) {
        return work.tables.timeline().before(work.draft, work.room(), place.text(), limit);
    }

    private List<TimelineRow> below(Position place, int limit) {
        return work.tables.timeline().after(work.draft, work.room(), place.text(), limit);
    }

    /** The farthest row on that side that is wanted, of those before the first at which the search ends. */
    private static Optional<Position> farthest(
            Side side, Position there, Predicate<TimelineRow> wanted, Predicate<TimelineRow> end) {
        Optional<Position> farthest = Optional.empty();
        Position reached = there;
        for (int page = 0; page < MOST_PAGES; page++) {
            List<TimelineRow> rows = side.rows(reached, PAGE);
            for (TimelineRow row : rows) {
                if (end.test(row)) {
                    return farthest;
                }
                reached = row.position();
                farthest = wanted.test(row) ? Optional.of(reached) : farthest;
            }
            if (rows.size() < PAGE) {
                return farthest;
            }
        }
        return farthest;
    }

    private boolean isCause(TimelineRow row) {
        return Causes.in(row.content()).filter(shown -> message.has(shown.of())).isPresent();
    }

    private boolean isEffect(TimelineRow row) {
        return Causes.in(row.content()).filter(shown -> shown.has(message.of())).isPresent();
    }

    private Optional<Position> before(Position effect) {
        return effect.before(above(effect, 1).stream().map(TimelineRow::position).findFirst());
    }

    private Optional<Position> after(Position cause) {
        return cause.after(below(cause, 1).stream().map(TimelineRow::position).findFirst());
    }
}
