package chat.pando.lab.bench;

import java.util.List;
import java.util.Optional;

/**
 * What the repetitions of one contender took, in µs.
 *
 * <p>The cores of rented machines are shared. While somebody else's thread runs on the same core, what keeps the core busy
 * takes half as long again, for seconds, and nothing on the machine tells. So steps that do nothing else than keep the core
 * busy stand beside each repetition (contender.js), and where they took long it is set aside.
 *
 * @param all         of all repetitions
 * @param alone       how many had the core to themselves
 * @param undisturbed of those; empty where they are too few
 */
public record Timings(Spread all, int alone, Optional<Spread> undisturbed) {

    /** With somebody else on the core the steps take 1.2 to 1.5 times as long; without, nine in ten differ by 3 %. */
    private static final double TOLERANCE = 1.12;

    /** A median of fewer says little. */
    private static final int ENOUGH = 8;

    /**
     * Of these repetitions.
     *
     * @param quickest the least pace that is known of the contender: where somebody else always was on the core, that can't
     *                 be told
     */
    static Timings of(List<Repetition> repetitions, double quickest) {
        List<Double> undisturbed = repetitions.stream()
                .filter(repetition -> repetition.pace() <= quickest * TOLERANCE)
                .map(Repetition::micros)
                .toList();
        return new Timings(
                Spread.of(repetitions.stream().map(Repetition::micros).toList()),
                undisturbed.size(),
                undisturbed.size() >= ENOUGH ? Optional.of(Spread.of(undisturbed)) : Optional.empty());
    }
}
