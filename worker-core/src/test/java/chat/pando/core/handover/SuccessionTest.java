package chat.pando.core.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Broadcasts;
import chat.pando.host.Locks;
import chat.pando.jvm.JvmBroadcasts;
import chat.pando.jvm.JvmLocks;
import chat.pando.store.MemoryAccounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all cores that ask each other exactly one stays: the one that asked last, unless it is too old. */
class SuccessionTest {

    private static final int SCHEMA = 5;

    private final Locks locks = new JvmLocks();
    private final Broadcasts broadcasts = new JvmBroadcasts();

    @Test
    void whoStartsLastStays() {
        Candidate first = candidate("first", 100, SCHEMA).begin();
        Candidate second = candidate("second", 200, SCHEMA).begin();
        first.await("succeeded by second");
        assertFalse(second.succession().over());
    }

    @Test
    void whoStartsLastStaysAlsoWhereTheClockWasSetBack() {
        Candidate first = candidate("first", 1_000_000, SCHEMA).begin();
        Candidate second = candidate("second", 5, SCHEMA).begin();
        first.await("succeeded by second");
        assertFalse(second.succession().over());
    }

    @Test
    void anOlderVersionIsRefusedByDataThatItCantRead() {
        Candidate newer = candidate("newer", 100, SCHEMA).begin();
        Candidate older = candidate("older", 200, SCHEMA - 1).begin();
        older.await("refused by newer");
        assertFalse(newer.succession().over());
        assertTrue(older.succession().refused());
    }

    @Test
    void whoWasRefusedStillGoesForALaterCore() {
        candidate("newer", 100, SCHEMA).begin();
        Candidate older = candidate("older", 200, SCHEMA - 1).begin();
        older.await("refused by newer");
        candidate("newest", 300, SCHEMA).begin();
        older.await("succeeded by newest");
    }

    @Test
    void whoLeavesAnswersEachAskAndIsMissedOnceItIsGone() {
        Locks.Held life = locks.acquire(Succession.livenessLock("first"));
        Candidate first = candidate("first", 100, SCHEMA).begin();
        Candidate second = candidate("second", 200, SCHEMA).begin();
        second.awaitAnswers(1);
        second.succession().ask();
        second.awaitAnswers(2);
        assertFalse(second.has("other gone"));
        first.succession().end();
        life.close();
        second.await("other gone");
    }

    @Test
    void nonsenseAndWordsOfLaterVersionsArePassedOver() {
        Candidate core = candidate("core", 100, SCHEMA).begin();
        Broadcasts.Broadcast stranger = broadcasts.join("pando-cores", text -> {});
        List.of("", "[]", "{}", "{\"type\":\"ask\"}", "{\"type\":\"song\",\"from\":\"x\"}",
                        "{\"type\":\"refusal\",\"from\":\"x\",\"to\":\"somebody else\","
                                + "\"url\":\"u\",\"protocol\":1,\"schema\":9}")
                .forEach(stranger::post);
        candidate("next", 200, SCHEMA).begin();
        core.await("succeeded by next");
        assertFalse(core.has("refused by u"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofManyThatStartAtOnceExactlyOneStays(long seed) throws InterruptedException {
        List<Candidate> all = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            String instance = "core-" + i;
            locks.acquire(Succession.livenessLock(instance));
            all.add(candidate(instance, random.nextInt(4), SCHEMA));
        }
        Collections.shuffle(all, random);
        List<Thread> starts = all.stream().map(core -> new Thread(core::begin)).toList();
        starts.forEach(Thread::start);
        for (Thread start : starts) {
            start.join();
        }
        Candidate.await("one that stays", () -> staying(all) <= 1);
        assertEquals(1, staying(all));
    }

    private static long staying(List<Candidate> all) {
        return all.stream().filter(core -> !core.succession().over()).count();
    }

    private Candidate candidate(String instance, long now, int schema) {
        return new Candidate(
                instance, new Version(instance, 1, schema), now, locks, broadcasts, new MemoryAccounts());
    }
}
