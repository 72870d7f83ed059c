package chat.pando.store;

import chat.pando.json.JsonObject;
import java.util.Optional;

/**
 * Where a timeline grows: at its end, and at its start.
 *
 * @param last  the position of the newest event
 * @param first the position of the oldest event of the oldest stretch
 * @param older from where the server gives what came before the oldest; empty at the room's start
 * @param begun whether any event was put in yet
 */
public record TimelineEnds(Position first, Position last, Optional<String> older, boolean begun) {

    private static final Position ORIGIN = new Position(1, Position.MIDDLE);

    public static final TimelineEnds EMPTY = new TimelineEnds(ORIGIN, ORIGIN, Optional.empty(), false);

    /** With one more event at the end, whose position is then {@link #last}. */
    public TimelineEnds appended() {
        if (!begun) {
            return new TimelineEnds(first, last, older, true);
        }
        return new TimelineEnds(first, new Position(last.stretch(), last.index() + 1), older, true);
    }

    /** With one more event before the oldest, whose position is then {@link #first}. */
    public TimelineEnds prepended() {
        if (!begun) {
            return new TimelineEnds(first, last, older, true);
        }
        return new TimelineEnds(new Position(first.stretch(), first.index() - 1), last, older, true);
    }

    /** With a hole after the newest event: what is appended next begins a new stretch. */
    public TimelineEnds broken() {
        return new TimelineEnds(first, new Position(last.stretch() + 1, Position.MIDDLE - 1), older, begun);
    }

    public TimelineEnds olderFrom(Optional<String> token) {
        return new TimelineEnds(first, last, token, begun);
    }

    JsonObject encode() {
        return JsonObject.builder()
                .put("first", first.text())
                .put("last", last.text())
                .put("older", older)
                .put("begun", begun)
                .build();
    }

    static TimelineEnds decode(JsonObject body) {
        return new TimelineEnds(
                Position.parse(body.requireString("first")),
                Position.parse(body.requireString("last")),
                body.string("older"),
                body.requireBool("begun"));
    }
}
