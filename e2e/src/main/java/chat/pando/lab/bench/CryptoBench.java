package chat.pando.lab.bench;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Has Pando, vodozemac and libolm do the same in turns, and the bare calls that Pando can't do without: one repetition
 * each, then the next, each time in another order, so that what befalls the machine befalls them all.
 */
final class CryptoBench {

    /** How many things each contender does until a browser has compiled for good what it sees often: 1,500 are too few. */
    private static final int WARM_UP = 10_000;

    private final Page page;
    private final int rounds;
    private final Consumer<String> progress;

    /** The least that the steps beside a repetition have taken each contender, in all of this run. */
    private final Map<Contender, Double> quickest = new EnumMap<>(Contender.class);

    /** @param progress told what is being done */
    CryptoBench(Page page, int rounds, Consumer<String> progress) {
        this.page = page;
        this.rounds = rounds;
        this.progress = progress;
    }

    private enum Contender {
        PANDO,
        VODOZEMAC,
        LIBOLM,
        BARE;

        String script() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CryptoResult run(List<CryptoMeasure> measures) {
        Machine machine = Machine.before(page);
        Map<CryptoMeasure, Map<Contender, List<Repetition>>> taken = new LinkedHashMap<>();
        for (CryptoMeasure measure : measures) {
            progress.accept(measure.words());
            taken.put(measure, repetitions(measure));
        }
        List<CryptoResult.Row> rows = new ArrayList<>();
        taken.forEach((measure, repetitions) -> rows.add(row(measure, repetitions)));
        return new CryptoResult(machine.after(), rounds, rows);
    }

    private Map<Contender, List<Repetition>> repetitions(CryptoMeasure measure) {
        Map<Contender, List<Repetition>> all = new EnumMap<>(Contender.class);
        List<Contender> order = new ArrayList<>(List.of(Contender.values()));
        for (int round = -warmUp(measure); round < rounds; round++) {
            Collections.rotate(order, 1);
            for (Contender contender : order) {
                Repetition repetition = repeat(contender, measure);
                quickest.merge(contender, repetition.pace(), Math::min);
                if (round >= 0) {
                    all.computeIfAbsent(contender, first -> new ArrayList<>()).add(repetition);
                }
            }
        }
        return all;
    }

    private CryptoResult.Row row(CryptoMeasure measure, Map<Contender, List<Repetition>> repetitions) {
        Map<Contender, Timings> timings = new EnumMap<>(Contender.class);
        repetitions.forEach((contender, all) -> timings.put(contender, Timings.of(all, quickest.get(contender))));
        return CryptoResult.Row.of(measure, timings.get(Contender.PANDO), timings.get(Contender.VODOZEMAC),
                timings.get(Contender.LIBOLM), timings.get(Contender.BARE));
    }

    private static int warmUp(CryptoMeasure measure) {
        return (WARM_UP + measure.size() - 1) / measure.size();
    }

    private Repetition repeat(Contender contender, CryptoMeasure measure) {
        Map<?, ?> taken = (Map<?, ?>) page.evaluate("([contender, measure, size]) => repeat(contender, measure, size)",
                List.of(contender.script(), measure.name(), measure.size()));
        return new Repetition(number(taken.get("millis")) * 1000 / measure.divisor(), number(taken.get("pace")));
    }

    private static double number(Object given) {
        return ((Number) given).doubleValue();
    }
}
