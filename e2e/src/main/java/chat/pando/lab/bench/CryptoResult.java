package chat.pando.lab.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of {@code bench crypto}.
 *
 * @param machine what it ran on
 * @param rounds  how often each thing was measured
 */
public record CryptoResult(Machine machine, int rounds, List<Row> rows) implements Tabled {

    public CryptoResult {
        rows = List.copyOf(rows);
    }

    /** What is to be said of an aim. */
    public enum Verdict {
        REACHED("reached"),

        /** By the repetitions that had the core to themselves, not by all. */
        REACHED_UNDISTURBED("reached where nobody else uses the core"),

        MISSED("missed"),

        /** The bare calls alone take longer than the aim leaves time. */
        OUT_OF_REACH("out of reach: the bare calls take longer");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }
    }

    /**
     * What one thing cost each contender.
     *
     * @param bare what the calls cost that can't be done without
     */
    public record Row(
            CryptoMeasure measure, Aim aim, Timings pando, Timings vodozemac, Timings libolm, Timings bare) {

        static Row of(CryptoMeasure measure, Timings pando, Timings vodozemac, Timings libolm, Timings bare) {
            return new Row(measure, measure.aim(), pando, vodozemac, libolm, bare);
        }

        /** Pando's speed divided by vodozemac's, from the medians of all repetitions. */
        @JsonProperty
        double ratio() {
            return byAll(pando).ratio();
        }

        /** The same from the medians of those that had the core to themselves; empty where they are too few. */
        @JsonProperty
        Optional<Double> undisturbedRatio() {
            return byUndisturbed(pando).map(Beside::ratio);
        }

        /**
         * What that ratio would be if there were nothing but the bare calls, so that nobody who makes them can reach
         * more: from the medians of all, of the undisturbed, or from the fastest, whichever is greatest.
         */
        @JsonProperty
        double ceiling() {
            return bareCalls().mapToDouble(Beside::ratio).max().orElseThrow();
        }

        @JsonProperty
        Verdict verdict() {
            if (byAll(pando).reaches(aim)) {
                return Verdict.REACHED;
            }
            if (byUndisturbed(pando).filter(beside -> beside.reaches(aim)).isPresent()) {
                return Verdict.REACHED_UNDISTURBED;
            }
            return bareCalls().anyMatch(beside -> beside.reaches(aim)) ? Verdict.MISSED : Verdict.OUT_OF_REACH;
        }

        private Stream<Beside> bareCalls() {
            Beside fastest = new Beside(bare.all().least(), vodozemac.all().least());
            return Stream.concat(Stream.of(byAll(bare), fastest), byUndisturbed(bare).stream());
        }

        private Beside byAll(Timings contender) {
            return new Beside(contender.all().median(), vodozemac.all().median());
        }

        private Optional<Beside> byUndisturbed(Timings contender) {
            return contender.undisturbed().flatMap(ours -> vodozemac.undisturbed()
                    .map(theirs -> new Beside(ours.median(), theirs.median())));
        }
    }

    /** What one contender took and what vodozemac took, in µs. */
    private record Beside(double micros, double vodozemac) {

        double ratio() {
            return vodozemac / micros;
        }

        boolean reaches(Aim aim) {
            return aim.isReached(micros, vodozemac);
        }
    }

    /**
     * As Markdown: medians of the repetitions that had the core to themselves, a dash where they are too few, and in
     * brackets of all.
     */
    @Override
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append("| µs, undisturbed (all) | Pando | vodozemac | libolm | bare calls | Pando's speed / vodozemac's "
                + "| ceiling | aim | |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            text.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %.2f | %s | %s |%n",
                    row.measure().words(), words(row.pando()), words(row.vodozemac()), words(row.libolm()),
                    words(row.bare()), words("%.2f", row.undisturbedRatio(), row.ratio()), row.ceiling(),
                    row.aim().words(), row.verdict().words));
        }
        return text.append(String.format("%n%s; %d rounds%n", machine.words(), rounds)).toString();
    }

    private static String words(Timings micros) {
        return words("%.0f", micros.undisturbed().map(Spread::median), micros.all().median());
    }

    private static String words(String format, Optional<Double> undisturbed, double ofAll) {
        return undisturbed.map(figure -> String.format(Locale.ROOT, format, figure)).orElse("–")
                + String.format(Locale.ROOT, " (" + format + ")", ofAll);
    }
}
