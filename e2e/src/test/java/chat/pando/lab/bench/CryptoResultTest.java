package chat.pando.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.lab.bench.CryptoResult.Row;
import chat.pando.lab.bench.CryptoResult.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CryptoResultTest {

    private static final Timings NEVER_ASKED_FOR =
            Timings.of(TimingsTest.repetitions(1, 2_000, TimingsTest.ALONE), TimingsTest.ALONE);

    /** The aim is 1.5. */
    private static Row row(Timings pando, Timings vodozemac, Timings bare) {
        return Row.of(CryptoMeasure.OLM_ALTERNATING, pando, vodozemac, NEVER_ASKED_FOR, bare);
    }

    /** So long where nobody else uses the core, and so long where somebody does. */
    private static Timings timings(double alone, double shared) {
        return timings(10, alone, shared);
    }

    private static Timings timings(int countAlone, double alone, double shared) {
        List<Repetition> repetitions = TimingsTest.repetitions(countAlone, alone, TimingsTest.ALONE);
        repetitions.addAll(TimingsTest.repetitions(20, shared, TimingsTest.SHARED));
        return Timings.of(repetitions, TimingsTest.ALONE);
    }

    @Test
    void anAimIsReachedByTheMediansOfAll() {
        Row row = row(timings(400, 500), timings(600, 800), timings(300, 400));
        assertEquals(1.6, row.ratio(), 1e-9);
        assertEquals(Verdict.REACHED, row.verdict());
    }

    @Test
    void orElseByThoseThatHadTheCoreToThemselvesAndThatIsSaid() {
        Row row = row(timings(375, 600), timings(600, 800), timings(300, 400));
        assertEquals(1.33, row.ratio(), 0.01);
        assertEquals(Optional.of(1.6), row.undisturbedRatio());
        assertEquals(Verdict.REACHED_UNDISTURBED, row.verdict());
        assertTrue(table(row).contains("| 375 (600) | 600 (800) | – (2000) | 300 (400) | 1.60 (1.33) | 2.00 | 1.5 |"
                + " reached where nobody else uses the core |"), table(row));
    }

    @Test
    void isMissedByBoth() {
        assertEquals(Verdict.MISSED, row(timings(500, 600), timings(600, 800), timings(300, 400)).verdict());
    }

    @Test
    void andIsOutOfReachWhereTheBareCallsMissItToo() {
        Row row = row(timings(500, 600), timings(600, 800), timings(450, 600));
        assertEquals(1.33, row.ceiling(), 0.01);
        assertEquals(Verdict.OUT_OF_REACH, row.verdict());
    }

    @Test
    void whereTooFewHadTheCoreToThemselvesTheMediansOfAllSpeak() {
        Row row = row(timings(7, 375, 600), timings(600, 800), timings(7, 300, 400));
        assertEquals(Optional.empty(), row.undisturbedRatio());
        assertEquals(Verdict.MISSED, row.verdict());
        assertTrue(
                table(row).contains("| – (600) | 600 (800) | – (2000) | – (400) | – (1.33) | 2.00 | 1.5 | missed |"),
                table(row));
    }

    @Test
    void anAimInMillisecondsAsksForNobodyElse() {
        Timings others = timings(3_000, 3_000);
        Row within = Row.of(CryptoMeasure.ONE_TIME_KEYS, timings(4_900, 4_900), others, others, others);
        assertEquals(Verdict.REACHED, within.verdict());
        Row beyond = Row.of(CryptoMeasure.ONE_TIME_KEYS, timings(5_100, 5_100), others, others, others);
        assertEquals(Verdict.MISSED, beyond.verdict());
        assertTrue(table(beyond).contains("| 5 ms | missed |"), table(beyond));
    }

    private static String table(Row row) {
        return new CryptoResult(new Machine(2, "a browser", 0, 0), 30, List.of(row)).table();
    }
}
