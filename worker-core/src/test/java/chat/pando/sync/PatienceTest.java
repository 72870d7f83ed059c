package chat.pando.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Abort;
import chat.pando.host.Entropy;
import chat.pando.jvm.JvmNetwork;
import chat.pando.jvm.ManualClock;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a worker tries again: the back-off stands still while offline, and there are reasons to begin afresh. */
class PatienceTest {

    private static final long JOIN_MILLIS = 30_000;

    private static final Entropy HIGHEST = count -> {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    };

    private final ManualClock clock = new ManualClock(1_000_000);
    private final JvmNetwork network = new JvmNetwork();
    private final Supervisor supervisor = new Supervisor(clock, network, HIGHEST);

    @Test
    void aRestEndsWhenSomebodyLooks() throws InterruptedException {
        supervisor.succeeded();
        assertEquals(0, rested(OptionalLong.empty(), supervisor::lookedAt));
        assertEquals(Link.ONLINE, supervisor.link());
    }

    @Test
    void aRestThatTheServerAskedForIsKept() throws InterruptedException {
        supervisor.succeeded();
        assertEquals(500_000, rested(OptionalLong.of(500_000), supervisor::lookedAt));
    }

    @Test
    void aServerThatAsksForNoRestGetsNoStorm() throws InterruptedException {
        supervisor.succeeded();
        Patience patience = new Patience(clock, HIGHEST, supervisor);
        Thread worker = start(() -> patience.rest(OptionalLong.of(0)));
        awaitAlarms(1);
        clock.advance(499);
        awaitAlarms(1);
        assertTrue(worker.isAlive());
        clock.advance(1);
        worker.join(JOIN_MILLIS);
        assertFalse(worker.isAlive());
    }

    @Test
    void whenTheComputerWakesUpThereIsHope() throws InterruptedException {
        supervisor.succeeded();
        Abort poll = supervisor.awaitTurn().orElseThrow();
        SleepWatch watch = new SleepWatch(clock, supervisor);
        Thread watching = start(watch);
        awaitAlarms(1);
        clock.advance(10_000);
        awaitAlarms(1);
        assertFalse(poll.aborted());
        clock.jump(60_000);
        awaitAlarms(1);
        assertTrue(poll.aborted());
        supervisor.end(Trouble.SIGNED_OUT);
        watch.wake();
        watching.join(JOIN_MILLIS);
        assertFalse(watching.isAlive());
    }

    @Test
    void afterASleepAnAttemptThatHangsIsGivenUp() {
        Abort poll = supervisor.awaitTurn().orElseThrow();
        supervisor.succeeded();
        supervisor.lookedAt();
        assertFalse(poll.aborted(), "a look alone disturbs nothing that works");
        supervisor.tryNow();
        assertTrue(poll.aborted());
    }

    @Test
    void aLookEndsTheRestOfTheConnectionItself() {
        supervisor.failed(Trouble.SERVER_ERROR, OptionalLong.of(50_000));
        supervisor.lookedAt();
        assertEquals(Link.CONNECTING, supervisor.link());
    }

    /** How long a worker rests while something happens, on a clock that moves only where it must. */
    private long rested(OptionalLong retryAfter, Runnable event) throws InterruptedException {
        Patience patience = new Patience(clock, HIGHEST, supervisor);
        long began = clock.now();
        AtomicLong ended = new AtomicLong();
        Thread worker = start(() -> {
            patience.rest(retryAfter);
            ended.set(clock.now());
        });
        awaitAlarms(1);
        event.run();
        if (retryAfter.isPresent()) {
            clock.advance(retryAfter.getAsLong());
        }
        worker.join(JOIN_MILLIS);
        assertFalse(worker.isAlive());
        return ended.get() - began;
    }

    private static Thread start(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void awaitAlarms(int count) {
        long deadline = System.currentTimeMillis() + JOIN_MILLIS;
        while (clock.pending() < count && System.currentTimeMillis() < deadline) {
            Thread.onSpinWait();
        }
    }
}
