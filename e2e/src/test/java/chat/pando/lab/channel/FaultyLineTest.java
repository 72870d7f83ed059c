package chat.pando.lab.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.proxy.WireAnswer;
import chat.pando.lab.channel.FaultyLine.Fate;
import chat.pando.lab.channel.FaultyLine.Passage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultyLineTest {

    private static final WireAnswer OK = WireAnswer.of(200, "application/json", "{}");

    @Test
    void aSeedAndAClientDecideWhatExchangesMeet() {
        assertEquals(passages(3, 0), passages(3, 0));
        assertNotEquals(passages(3, 0), passages(3, 1));
        assertNotEquals(passages(3, 0), passages(4, 0));
    }

    @Test
    void aFifthIsLostAsManyRequestsAsAnswersAndAllTakeTheirTime() {
        List<Passage> passages = passages(1, 0);
        assertEquals(2_000, count(passages, Fate.REQUEST_LOST) + count(passages, Fate.ANSWER_LOST), 200);
        assertEquals(1_000, count(passages, Fate.REQUEST_LOST), 150);
        assertTrue(passages.stream().allMatch(passage -> passage.there() >= 0 && passage.back() >= 0
                && passage.there() + passage.back() >= 20 && passage.there() + passage.back() <= 800));
    }

    @Test
    void aLostRequestNeverComesThereAndALostAnswerDoes() throws IOException, InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        FaultyLine line = line(0.5, new Range(0, 0));
        int lost = 0;
        for (int i = 0; i < 1_000; i++) {
            Optional<WireAnswer> answer = line.carry(() -> {
                asked.incrementAndGet();
                return OK;
            });
            lost += answer.isEmpty() ? 1 : 0;
        }
        assertEquals(500, lost, 100);
        assertEquals(750, asked.get(), 100);
    }

    @Test
    void aCalmLineLosesNothing() throws IOException, InterruptedException {
        FaultyLine line = line(0.9, new Range(0, 0));
        line.calm();
        for (int i = 0; i < 100; i++) {
            assertEquals(Optional.of(OK), line.carry(() -> OK));
        }
    }

    private static List<Passage> passages(long seed, int client) {
        FaultyLine line = new FaultyLine(conditions(0.2, new Range(20, 800)), seed, client);
        return Stream.generate(line::next).limit(10_000).toList();
    }

    private static FaultyLine line(double drop, Range latency) {
        return new FaultyLine(conditions(drop, latency), 1, 0);
    }

    private static Conditions conditions(double drop, Range latency) {
        return new Conditions(2, 1, drop, latency, new Span(0), 0, 0);
    }

    private static long count(List<Passage> passages, Fate fate) {
        return passages.stream().filter(passage -> passage.fate() == fate).count();
    }
}
