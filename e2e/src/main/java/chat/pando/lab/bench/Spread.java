package chat.pando.lab.bench;

import java.util.List;
import java.util.Locale;

/** How a figure was spread over several measurements: the least, the middle, and what 19 of 20 stay below. */
public record Spread(double least, double median, double p95) {

    static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return new Spread(at(sorted, 0), at(sorted, 0.5), at(sorted, 0.95));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    /** The median, and in brackets what 19 of 20 stay below. */
    String words() {
        return String.format(Locale.ROOT, "%.1f (%.1f)", median, p95);
    }
}
