package chat.pando.channel.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Log;
import chat.pando.host.Signal;
import chat.pando.jvm.ManualClock;
import chat.pando.jvm.NanoJson;
import chat.pando.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who asks, who is let go and what came of it are told apart by who they are, and not by their order. */
class ReleasesTest {

    private static final int ROOMS = 4;
    private static final int ROUNDS = 200;
    private static final Log SILENT = new Log() {
        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}
    };

    private final ManualClock clock = new ManualClock(1_700_000_000_000L);
    private Pace pace = newPace();

    private Pace newPace() {
        return new Pace(clock, Tables.of(new NanoJson(), SILENT).meta());
    }

    private static Place place() {
        return new Place(new Signal());
    }

    private Turn turn(Place place) {
        return pace.take(place, Urgency.TEXT).orElseThrow();
    }

    /** From now on one message goes at a time. */
    private void learnALimit() {
        turn(place()).refused(OptionalLong.of(1_000));
        clock.advance(2_000);
    }

    @Test
    void twoConcurrentReleasesDoNotTakeTheSameEntry() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(ROOMS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                pace = newPace();
                learnALimit();
                assertEquals(1, takeAtOnce(threads), "round " + round);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** All rooms ask at the same moment; answers how many are let go. */
    private int takeAtOnce(ExecutorService threads) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(ROOMS);
        List<Callable<Optional<Turn>>> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            Place place = place();
            rooms.add(() -> {
                together.await();
                return pace.take(place, Urgency.TEXT);
            });
        }
        int granted = 0;
        for (Future<Optional<Turn>> result : threads.invokeAll(rooms)) {
            granted += result.get().isPresent() ? 1 : 0;
        }
        return granted;
    }

    @Test
    void aRoomThatLeavesTakesNobodysTurnWithIt() {
        learnALimit();
        Place first = place();
        Place second = place();
        turn(place()); // under way: nobody else may go yet
        assertTrue(pace.take(first, Urgency.TEXT).isEmpty());
        assertTrue(pace.take(second, Urgency.TEXT).isEmpty());
        pace.leave(first);
        clock.advance(60_000);
        assertTrue(pace.take(second, Urgency.TEXT).isPresent());
    }

    @Test
    void whatCameOfATurnIsItsOwnInWhateverOrderTheAnswersCome() {
        Turn first = turn(place());
        clock.advance(100);
        Turn second = turn(place());
        clock.advance(100);
        Turn third = turn(place());
        third.passed();
        first.passed();
        second.refused(OptionalLong.of(5_000));
        Place next = place();
        clock.advance(4_500); // 4,700 ms after the second one has left, 4,600 ms after the third
        assertTrue(pace.take(next, Urgency.TEXT).isEmpty(), "the server wants 5,000 ms after the one that it refused");
        clock.advance(1_000);
        assertTrue(pace.take(next, Urgency.TEXT).isPresent());
    }

    @Test
    void whatCameOfATurnCountsOnce() {
        Turn turn = turn(place());
        turn.passed();
        turn.refused(OptionalLong.of(3_600_000));
        turn.giveBack();
        turn.close();
        assertTrue(pace.take(place(), Urgency.TEXT).isPresent(), "nothing was refused");
    }
}
