package chat.pando.store;

import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Messages that exist and aren't here, where the timeline tells of them.
 *
 * <p>The timeline keeps a place for each, so that one that comes after all stands where it was missed.
 *
 * @param position the place of the first of them
 * @param device   the name of their sender's device in the channel
 * @param sender   whose device that is, where it is known
 * @param first    the number that the place at the position is kept for
 * @param numbers  which are still missing
 */
public record MissingRow(
        RoomId room, Position position, String device, Optional<UserId> sender, long first, Set<Long> numbers) {

    public MissingRow {
        numbers = Collections.unmodifiableSet(new TreeSet<>(numbers));
    }

    public boolean isOf(String name, long number) {
        return device.equals(name) && numbers.contains(number);
    }

    /** The place that is kept for one of them. */
    public Position placeOf(long number) {
        return new Position(position.stretch(), position.index() + number - first);
    }

    /** Without one that is there by now; empty where no other one is missing. */
    public Optional<MissingRow> without(long number) {
        TreeSet<Long> rest = new TreeSet<>(numbers);
        rest.remove(number);
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new MissingRow(room, placeOf(rest.first()), device, sender, rest.first(), rest));
    }

    @Override
    public String toString() {
        return "MissingRow[" + numbers.size() + "]";
    }
}
