package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.core.view.Edition;
import chat.pando.host.Port;
import chat.pando.json.JsonObject;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.RoomSummary;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.Written;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the core keeps for one tab. */
class TabTest {

    /** More rooms than a backlog keeps. */
    private static final int MANY = 700;

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final CountDownLatch renewing = new CountDownLatch(1);
    private final CountDownLatch mayRenew = new CountDownLatch(1);
    private final Tab tab = new Tab(new Recorded(), "core", this::renew);

    private final class Recorded implements Port {

        @Override
        public void post(String message) {
            posted.add(message);
        }

        @Override
        public void onMessage(Consumer<String> listener) {}

        @Override
        public void close() {}
    }

    private void renew(Tab renewed) {
        renewing.countDown();
        await(mayRenew);
        welcome();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(Patience.MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void welcome() {
        Snapshot empty = new Snapshot(List.of(), Optional.empty(), Optional.empty());
        tab.welcome("lock", Written.of(empty), Optional.empty());
    }

    private static Edition news() {
        return new Edition(IntStream.range(0, MANY).<Delta>mapToObj(i -> new Delta.RoomRemoved("!" + i)).toList());
    }

    @Test
    void twoWhoFindThatItIsOwedASnapshotSendItOne() throws InterruptedException {
        welcome();
        tab.seen(1);
        tab.hidden(true);
        tab.tell(news());
        Thread looking = new Thread(() -> tab.hidden(false));
        looking.start();
        await(renewing);
        Thread calling = new Thread(() -> tab.settle("call", new Outcome.Done(JsonObject.EMPTY)));
        calling.start();
        awaitParked(calling);
        mayRenew.countDown();
        looking.join();
        calling.join();
        assertEquals(3, posted.size(), "two snapshots and an outcome");
        assertTrue(posted.get(2).contains("call"), "told first, settled then");
    }

    /** It waits for the other one, and for nothing else. */
    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
