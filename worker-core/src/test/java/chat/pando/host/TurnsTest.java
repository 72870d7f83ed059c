package chat.pando.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns are taken one after the other, in the order of asking. */
@Timeout(30)
class TurnsTest {

    private final Turns turns = new Turns();
    private final List<Integer> done = new ArrayList<>();

    @Test
    void whoAsksFirstIsFirstAndNobodyIsForgotten() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        turns.take(() -> {
            for (int i = 0; i < 20; i++) {
                int number = i;
                Thread thread = new Thread(() -> turns.take(() -> {
                    done.add(number);
                }));
                threads.add(thread);
                startAndAwaitBlocked(thread);
            }
        });
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(IntStream.range(0, 20).boxed().toList(), done);
    }

    @Test
    void aTurnWithinATurnIsTheSameTurn() {
        int result = turns.take(() -> turns.take(() -> 1) + turns.take(() -> 2));
        assertEquals(3, result);
    }

    @Test
    void workThatFailsHandsTheTurnOn() {
        assertThrows(IllegalStateException.class, () -> turns.take(() -> {
            throw new IllegalStateException("on purpose");
        }));
        assertEquals(1, turns.take(() -> 1));
    }

    private static void startAndAwaitBlocked(Thread thread) {
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
