package chat.pando.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.jvm.JvmEntropy;
import chat.pando.jvm.JvmNetwork;
import chat.pando.jvm.ManualClock;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Things that rest side by side: each by itself, and all afresh when there is hope. */
class RetriesTest {

    private static final long NOW = 1_000_000;

    private final ManualClock clock = new ManualClock(NOW);
    private final Supervisor supervisor = new Supervisor(clock, new JvmNetwork(), new JvmEntropy());
    private final AtomicInteger afresh = new AtomicInteger();
    private final Retries retries = new Retries(clock, new JvmEntropy(), supervisor, afresh::incrementAndGet);

    @Test
    void eachRestsByItself() {
        retries.failed("one");
        assertTrue(retries.hasFailed("one"));
        assertTrue(retries.due("one") > NOW);
        assertFalse(retries.hasFailed("other"));
        assertEquals(0, retries.due("other"));
        retries.forget("one");
        assertEquals(0, retries.due("one"));
    }

    @Test
    void noRestIsLongerThanAMinute() {
        for (int i = 0; i < 1_000; i++) {
            retries.failed("one");
            assertTrue(retries.due("one") <= NOW + 60_000);
        }
    }

    @Test
    void allBeginAfreshWhenTheLinkRecovers() {
        supervisor.succeeded();
        retries.failed("one");
        supervisor.failed(Trouble.SERVER_ERROR, OptionalLong.empty());
        assertTrue(retries.hasFailed("one"));
        int before = afresh.get();
        supervisor.succeeded();
        assertFalse(retries.hasFailed("one"));
        assertEquals(before + 1, afresh.get());
    }

    @Test
    void whatTheServerAsksForIsWaitedOutInAnyCase() {
        retries.rest("one", OptionalLong.of(30_000));
        supervisor.succeeded();
        supervisor.lookedAt();
        supervisor.tryNow();
        assertEquals(NOW + 30_000, retries.due("one"));
    }

    @Test
    void whatIsNoTimeOfAnyUseIsBounded() {
        retries.rest("one", OptionalLong.of(-1));
        assertEquals(NOW + 500, retries.due("one"));
        retries.rest("one", OptionalLong.of(Long.MAX_VALUE));
        assertEquals(NOW + 86_400_000, retries.due("one"));
    }
}
