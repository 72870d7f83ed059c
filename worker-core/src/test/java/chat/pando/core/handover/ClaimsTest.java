package chat.pando.core.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Broadcasts;
import chat.pando.host.Locks;
import chat.pando.jvm.JvmBroadcasts;
import chat.pando.jvm.JvmLocks;
import chat.pando.store.Draft;
import chat.pando.store.MemoryAccounts;
import chat.pando.store.Row;
import chat.pando.store.Store;
import chat.pando.store.Table;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for an account gets it from a core that goes, and robs none but a silent one, once an epoch. */
class ClaimsTest {

    private static final Version VERSION = Version.current("worker.js");
    private static final int SILENT_ASKS = 15;

    private final Locks locks = new JvmLocks();
    private final Broadcasts broadcasts = new JvmBroadcasts();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private long epochBefore;
    private long started = 1;

    @BeforeEach
    void store() {
        Store store = accounts.create(Candidate.ENTRY);
        Draft draft = store.draft();
        draft.put(Table.ROOMS, new Row("row", "{}"));
        store.commit(draft.changes());
        store.close();
        epochBefore = accounts.epoch(Candidate.ENTRY.userId());
    }

    @Test
    void aFreeAccountIsOursAtOnce() {
        candidate("a").claim().await("claimed");
        assertEquals(1, openings());
    }

    @Test
    void aLongWaitForALockIsNoFailure() {
        Locks.Held lock = candidate("holder").begin().hold();
        Candidate waiting = candidate("waiting").begin().claim();
        askWhileAnswered(waiting, 500);
        assertFalse(waiting.has("gave up"));
        lock.close();
        waiting.await("claimed");
    }

    @Test
    void aSlowButLivingHolderIsNeverRobbed() {
        Candidate holder = candidate("holder").begin();
        holder.hold();
        Candidate waiting = candidate("waiting").begin().claim();
        askWhileAnswered(waiting, 20 * SILENT_ASKS);
        waiting.awaitAsking();
        assertTrue(holder.has("succeeded by worker.js"));
        assertFalse(holder.has("robbed"));
        assertEquals(0, openings());
    }

    @Test
    void aHolderThatAnswersNowAndThenIsNeverRobbed() {
        Candidate holder = candidate("holder");
        holder.hold();
        Broadcasts.Broadcast sign = broadcasts.join("pando-cores", text -> {});
        Candidate waiting = candidate("waiting").begin().claim();
        for (int answers = 1; answers <= 5; answers++) {
            waiting.ask(SILENT_ASKS - 1);
            waiting.awaitAsking();
            sign.post("{\"type\":\"leaving\",\"from\":\"holder\",\"to\":\"waiting\"}");
            waiting.awaitAnswers(answers);
            waiting.ask(1);
        }
        waiting.awaitAsking();
        assertFalse(holder.has("robbed"));
    }

    @Test
    void aHolderThatGivesNoSignOfLifeIsRobbedAfterManyAsks() {
        Candidate holder = candidate("silent");
        holder.hold();
        Candidate waiting = candidate("waiting").begin().claim();
        waiting.ask(SILENT_ASKS - 1);
        waiting.awaitAsking();
        assertFalse(holder.has("robbed"));
        waiting.ask(1);
        waiting.await("claimed");
        holder.await("robbed");
        assertEquals(1, openings());
    }

    @Test
    void timeThatHasGoneByIsNoSilence() {
        Candidate holder = candidate("silent");
        holder.hold();
        Candidate waiting = candidate("waiting").begin().claim();
        waiting.sleep(24 * 3_600_000L);
        waiting.awaitAsking();
        assertFalse(holder.has("robbed"));
    }

    @Test
    void anAccountThatSomebodyHasOpenedMeanwhileIsMeasuredAnew() {
        Candidate holder = candidate("silent");
        holder.hold();
        Candidate waiting = candidate("waiting").begin().claim();
        waiting.ask(SILENT_ASKS / 2);
        waiting.awaitAsking();
        accounts.open(Candidate.ENTRY).close();
        waiting.ask(2 * SILENT_ASKS - SILENT_ASKS / 2 - 1);
        waiting.awaitAsking();
        assertFalse(holder.has("robbed"));
        waiting.ask(1);
        waiting.await("claimed");
        assertEquals(2, openings());
    }

    @Test
    void ofManyWhoHearNobodyOneStealsWithinAnEpoch() {
        Candidate holder = candidate("silent");
        holder.hold();
        List<Candidate> deaf = List.of(deaf("a"), deaf("b"), deaf("c"));
        deaf.forEach(Candidate::claim);
        deaf.forEach(thief -> thief.ask(SILENT_ASKS - 1));
        deaf.forEach(Candidate::awaitAsking);
        deaf.forEach(thief -> thief.ask(1));
        holder.await("robbed");
        List<Candidate> robbedNobody = deaf.stream().filter(thief -> !stole(thief)).toList();
        assertEquals(2, robbedNobody.size());
        robbedNobody.forEach(thief -> thief.ask(SILENT_ASKS - 2));
        robbedNobody.forEach(Candidate::awaitAsking);
        assertEquals(1, openings(), "a second theft in the same epoch");
    }

    private static boolean stole(Candidate thief) {
        while (!thief.has("claimed")) {
            if (thief.isAsking()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    @Test
    void whoHasToGoWaitsNoLonger() {
        Locks.Held lock = candidate("holder").begin().hold();
        Candidate waiting = candidate("waiting").begin().claim();
        waiting.awaitAsking();
        waiting.succession().leave();
        waiting.await("gave up");
        lock.close();
        candidate("next").claim().await("claimed");
        assertFalse(waiting.has("opened"));
    }

    private static void askWhileAnswered(Candidate waiting, int times) {
        for (int ask = 1; ask <= times; ask++) {
            waiting.awaitAsking();
            waiting.awaitAnswers(ask + 1L);
            waiting.ask(1);
        }
    }

    private Candidate candidate(String instance) {
        return new Candidate(instance, VERSION, started++, locks, broadcasts, accounts);
    }

    private Candidate deaf(String instance) {
        return new Candidate(instance, VERSION, started++, locks, new JvmBroadcasts(), accounts).begin();
    }

    private long openings() {
        return accounts.epoch(Candidate.ENTRY.userId()) - epochBefore;
    }
}
