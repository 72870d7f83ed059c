package chat.pando.lab.walk;

import chat.pando.lab.Verdict;
import java.util.List;

/**
 * What a walk came to.
 *
 * @param seed       with which the same walk is walked again
 * @param steps      how many were taken
 * @param sent       how many messages people wrote on the way
 * @param homeserver what was walked on: relay, synapse or another server's name, simulated
 * @param lawsBroken each with the step after which it was noticed
 * @param browserCrashes how often a tab crashed by a known fault of the browser's own; the laws must hold all the same
 * @param replay     the command that walks it again; where several worlds were walked, the first that went wrong
 * @param seconds    how long it took
 * @param log        every step, where steps can be told in words
 */
public record Report(
        long seed,
        int steps,
        String homeserver,
        int sent,
        Counts counts,
        List<String> lawsBroken,
        int browserCrashes,
        String replay,
        double seconds,
        List<StepRecord> log) implements Verdict {

    public Report {
        lawsBroken = List.copyOf(lawsBroken);
        log = List.copyOf(log);
    }

    /** Of a simulated walk. */
    public Report(long seed, int steps, int sent, Counts counts, List<String> lawsBroken, String replay) {
        this(seed, steps, "simulated", sent, counts, lawsBroken, 0, replay, 0, List.of());
    }

    @Override
    public boolean clean() {
        return lawsBroken.isEmpty() && counts.equals(Counts.NOTHING);
    }
}
