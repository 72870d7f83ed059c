package chat.pando.tab.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tabs that run the core in a worker of one of them. */
class ElectedWorkerTest {

    private static final String URL = "worker.js?v=1";
    private static final String NEXT = "worker.js?v=2";

    private final FakeOrigin origin = new FakeOrigin();
    private int ids;
    private final Connector first = tab(origin::startCore);
    private final Connector second = tab(origin::startCore);
    private final Ear firstEar = new Ear();
    private final Ear secondEar = new Ear();

    private Connector tab(Workers workers) {
        return new ElectedWorker(origin, origin.channels(), workers, () -> "line" + ids++);
    }

    /** Remembers what a line brings. */
    private static final class Ear implements Connector.LineListener {

        private final List<String> heard = new ArrayList<>();
        private int failures;

        @Override
        public void said(String message) {
            heard.add(message);
        }

        @Override
        public void failed() {
            failures++;
        }
    }

    private Connector.Line open(Connector tab, String url, Ear ear) {
        Connector.Line line = tab.open(url, ear);
        line.post("hello");
        origin.settle();
        return line;
    }

    @Test
    void whoAsksFirstRunsTheCoreForAll() {
        open(first, URL, firstEar).post("more");
        open(second, URL, secondEar);
        assertEquals(List.of(URL), origin.started());
        assertEquals(List.of("1 heard hello", "1 heard more"), firstEar.heard);
        assertEquals(List.of("1 heard hello"), secondEar.heard);
    }

    @Test
    void whenTheLeaderLeavesAnotherStartsTheCoreOnceItIsAskedFor() {
        open(first, URL, firstEar);
        Connector.Line orphan = open(second, URL, secondEar);
        first.leave();
        origin.settle();
        assertEquals(0, origin.running());
        assertEquals(1, origin.started().size());
        orphan.close();
        open(second, URL, secondEar);
        assertEquals(List.of("1 heard hello", "2 heard hello"), secondEar.heard);
        assertEquals(1, origin.running());
    }

    @Test
    void aTabThatDoesNotLeadMakesTheLeaderStartTheCore() {
        open(first, URL, firstEar);
        origin.worker(0).stop();
        origin.worker(0).fate().closed();
        origin.settle();
        assertEquals(1, origin.started().size());
        open(second, URL, secondEar);
        assertEquals(List.of("2 heard hello"), secondEar.heard);
        assertEquals(1, origin.running());
    }

    @Test
    void whoComesWhileTheCoreClosesIsNotForgotten() {
        open(first, URL, firstEar);
        origin.worker(0).stop();
        open(second, URL, secondEar);
        assertEquals(List.of(), secondEar.heard);
        origin.worker(0).fate().closed();
        origin.settle();
        assertEquals(List.of("2 heard hello"), secondEar.heard);
    }

    @Test
    void whoWantsAnotherCoreEndsTheOldOne() {
        Connector.Line line = open(first, URL, firstEar);
        open(second, URL, secondEar);
        line.close();
        open(first, NEXT, firstEar);
        assertEquals(List.of(URL, NEXT), origin.started());
        assertEquals(1, origin.running());
        assertEquals(List.of("1 heard hello", "2 heard hello"), firstEar.heard);
    }

    @Test
    void theCoreLetsGoOfClosedLines() {
        Connector.Line open = open(first, URL, firstEar);
        assertEquals(2, origin.onLines());
        open.close();
        origin.settle();
        assertEquals(0, origin.onLines());
        Connector.Line early = first.open(URL, firstEar);
        early.close();
        origin.settle();
        assertEquals(0, origin.onLines());
    }

    @Test
    void nothingIsHeardOnAClosedLine() {
        Connector.Line line = open(first, URL, firstEar);
        line.post("late");
        line.close();
        origin.settle();
        assertEquals(List.of("1 heard hello"), firstEar.heard);
    }

    @Test
    void allWhoWaitLearnThatTheCoreCannotBeLoadedAndTheNextTryLoadsItAgain() {
        Connector broken = tab(origin::startDead);
        open(broken, URL, firstEar);
        open(second, URL, secondEar);
        origin.worker(0).fate().failed();
        origin.settle();
        assertEquals(1, firstEar.failures);
        assertEquals(1, secondEar.failures);
        open(second, URL, secondEar);
        assertEquals(2, origin.started().size());
    }

    @Test
    void anErrorOfACoreThatHasAnsweredIsItsOwn() {
        open(first, URL, firstEar);
        origin.worker(0).fate().failed();
        origin.settle();
        assertEquals(0, firstEar.failures);
        assertEquals(1, origin.running());
    }
}
