package chat.pando.lab.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

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
        NO_AIM(""),
        REACHED("reached"),
        MISSED("missed"),

        /** The bare calls alone take longer than the aim leaves time. */
        OUT_OF_REACH("out of reach: the bare calls take longer");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }
    }

    /**
     * What one thing cost each contender, in µs.
     *
     * @param bare what the calls cost that can't be done without
     * @param aim  how many times vodozemac's speed is to be reached; 0 where nothing is said
     */
    public record Row(
            CryptoMeasure measure, Spread pando, Spread vodozemac, Spread libolm, Spread bare, double aim) {

        static Row of(CryptoMeasure measure, Spread pando, Spread vodozemac, Spread libolm, Spread bare) {
            return new Row(measure, pando, vodozemac, libolm, bare, measure.target());
        }

        /** Pando's speed divided by vodozemac's, from the medians. */
        @JsonProperty
        double ratio() {
            return vodozemac.median() / pando.median();
        }

        /** The same from the fastest of each, which a busy machine falsifies least. */
        @JsonProperty
        double ratioOfFastest() {
            return vodozemac.least() / pando.least();
        }

        /**
         * What that ratio would be if there were nothing but the bare calls, so that nobody who makes them can reach
         * more: from the medians or from the fastest, whichever is greater.
         */
        @JsonProperty
        double ceiling() {
            return Math.max(vodozemac.median() / bare.median(), vodozemac.least() / bare.least());
        }

        @JsonProperty
        Verdict verdict() {
            if (aim == 0) {
                return Verdict.NO_AIM;
            }
            if (ratio() >= aim) {
                return Verdict.REACHED;
            }
            return ceiling() < aim ? Verdict.OUT_OF_REACH : Verdict.MISSED;
        }
    }

    /** As Markdown: each time is a median and, in brackets, the least and what 19 of 20 stay below. */
    @Override
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append("| µs | Pando | vodozemac | libolm | bare calls | Pando's speed / vodozemac's (of the fastest) "
                + "| ceiling | aim | |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            text.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %.2f (%.2f) | %.2f | %s | %s |%n",
                    row.measure().words(), words(row.pando()), words(row.vodozemac()), words(row.libolm()),
                    words(row.bare()), row.ratio(), row.ratioOfFastest(), row.ceiling(),
                    row.aim() == 0 ? "" : String.format(Locale.ROOT, "%.1f", row.aim()), row.verdict().words));
        }
        return text.append(String.format("%n%s; %d rounds%n", machine.words(), rounds)).toString();
    }

    private static String words(Spread micros) {
        return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", micros.median(), micros.least(), micros.p95());
    }
}
