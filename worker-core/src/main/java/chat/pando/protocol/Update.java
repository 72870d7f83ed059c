package chat.pando.protocol;

import java.util.List;

/**
 * What changed since the last number.
 *
 * @param sequence counts up by one per port; a hole means: say hello again
 */
public record Update(String instance, long sequence, List<Delta> deltas) implements FromCore {

    public Update {
        deltas = List.copyOf(deltas);
    }
}
