package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.jvm.JvmPorts;
import chat.pando.jvm.ManualClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A core that leaves waits for tabs to hear it, and for none too long. */
class FarewellTest {

    private final ManualClock clock = new ManualClock(0);
    private final Farewell farewell = new Farewell();
    private final Tab first = tab();
    private final Tab second = tab();

    private static Tab tab() {
        return new Tab(new JvmPorts().connect(), "instance", renewed -> {});
    }

    private CompletableFuture<Void> wait(List<Tab> tabs) {
        tabs.forEach(farewell::arrived);
        return CompletableFuture.runAsync(() -> farewell.await(clock));
    }

    private void awaitWaiting() {
        while (clock.pending() == 0) {
            Thread.onSpinWait();
        }
    }

    private static void awaitEnd(CompletableFuture<Void> waiting) {
        waiting.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void theTabThatHasStartedTheCoreMayBeYetToCome() {
        CompletableFuture<Void> waiting = wait(List.of());
        awaitWaiting();
        farewell.arrived(first);
        assertFalse(waiting.isDone());
        farewell.left(first);
        awaitEnd(waiting);
    }

    @Test
    void aCoreToWhichNobodyComesGoesInTheEnd() {
        CompletableFuture<Void> waiting = wait(List.of());
        awaitWaiting();
        clock.advance(Farewell.PATIENCE_MILLIS);
        awaitEnd(waiting);
    }

    @Test
    void whoeverHasNoTabsAnyMoreDoesNotWait() {
        farewell.arrived(first);
        farewell.left(first);
        awaitEnd(wait(List.of()));
    }

    @Test
    void itEndsWithTheLastTab() {
        CompletableFuture<Void> waiting = wait(List.of(first, second));
        awaitWaiting();
        farewell.left(first);
        farewell.left(first);
        assertFalse(waiting.isDone());
        farewell.left(second);
        awaitEnd(waiting);
    }

    @Test
    void whoeverCameAndWentBeforeIsNotAwaited() {
        farewell.arrived(first);
        farewell.left(first);
        CompletableFuture<Void> waiting = wait(List.of(second));
        awaitWaiting();
        assertFalse(waiting.isDone());
        farewell.left(second);
        awaitEnd(waiting);
    }

    @Test
    void aTabThatHangsIsGivenItsTimeAndNoMore() {
        CompletableFuture<Void> waiting = wait(List.of(first, second));
        awaitWaiting();
        farewell.left(second);
        clock.advance(Farewell.PATIENCE_MILLIS - 1);
        assertFalse(waiting.isDone());
        clock.advance(1);
        awaitEnd(waiting);
    }
}
