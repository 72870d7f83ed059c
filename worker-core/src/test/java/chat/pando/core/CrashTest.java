package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import chat.pando.protocol.TimelineItem;
import chat.pando.store.MemoryDatabase;
import chat.pando.store.MemoryDatabase.Fault;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A core that dies at any commit is followed by one that goes on: every message is sent once, in order, with the same
 * bytes under the same transaction id, and no Megolm index is used twice (laws 2, 3, 5, 7 and 8).
 */
class CrashTest {

    private static final List<String> TEXTS = List.of("first", "second", "third");

    private final FakeHomeserver server = new FakeHomeserver(true);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void deathBeforeACommitLosesNothing(int commits) {
        dieAndGoOn(commits, Fault.CRASH_BEFORE_COMMIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void deathAfterACommitRepeatsNothing(int commits) {
        dieAndGoOn(commits, Fault.CRASH_AFTER_COMMIT);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "2, 5", "4, 1", "1, 1", "3, 4"})
    void deathAfterDeathLosesNothing(int commits, int more) {
        Profile profile = new Profile(server, Optional.empty());
        die(profile, SignedIn.tab(profile), commits, Fault.CRASH_AFTER_COMMIT);
        profile.restart();
        TestTab tab = profile.tab().hello(Optional.empty());
        tab.await("the room", t -> t.summary(FakeHomeserver.ROOM).isPresent());
        die(profile, tab, more, Fault.CRASH_BEFORE_COMMIT);
        profile.restart();
        goOn(profile);
    }

    private void dieAndGoOn(int commits, Fault fault) {
        Profile profile = new Profile(server, Optional.empty());
        die(profile, SignedIn.tab(profile), commits, fault);
        profile.restart();
        goOn(profile);
    }

    /** The core dies at a commit, or has nothing left to commit before that. */
    private static void die(Profile profile, TestTab tab, int commits, Fault fault) {
        MemoryDatabase database = profile.accounts.database(FakeHomeserver.ME);
        tab.open(FakeHomeserver.ROOM);
        database.failCommit(commits, fault);
        say(tab);
        tab.await("death, or the end of all work", t -> t.state().equals(Optional.of(Connection.State.STOPPED))
                || t.texts().equals(TEXTS) && allConfirmed(t));
        database.failNextCommit(Fault.NONE);
    }

    private static boolean allConfirmed(TestTab tab) {
        return tab.shown().stream().noneMatch(item -> item.order().startsWith("~"));
    }

    private static void say(TestTab tab) {
        for (int i = 0; i < TEXTS.size(); i++) {
            tab.call("call-" + i, new Command.SendText(FakeHomeserver.ROOM, TEXTS.get(i)));
        }
    }

    /** A tab finds another core and repeats, in order, what the last one may not have heard. */
    private void goOn(Profile profile) {
        TestTab tab = profile.tab().hello(Optional.empty());
        tab.await("the room", t -> t.summary(FakeHomeserver.ROOM).isPresent());
        tab.open(FakeHomeserver.ROOM);
        for (int i = 0; i < TEXTS.size(); i++) {
            tab.outcome("call-" + i, new Command.SendText(FakeHomeserver.ROOM, TEXTS.get(i)));
        }
        tab.await("all of it, once and in order", t -> t.texts().equals(TEXTS));
        tab.await("confirmation", CrashTest::allConfirmed);
        assertTrue(tab.shown().stream().noneMatch(item -> item.state() == TimelineItem.State.UNDECRYPTABLE));
        profile.stop();
        assertEquals(TEXTS.size(), server.messages().size());
        server.bodies().values().forEach(bodies -> assertEquals(1, bodies.stream().distinct().count()));
        assertEquals(TEXTS.size(), indices(server.messages()).size());
    }

    /** The Megolm message indices of ciphertexts: version, tag of the index, and the index itself, a small varint. */
    private static Set<Integer> indices(List<String> ciphertexts) {
        Set<Integer> indices = new HashSet<>();
        for (String ciphertext : ciphertexts) {
            byte[] message = Base64.getDecoder().decode(ciphertext);
            assertEquals(8, message[1]);
            indices.add((int) message[2]);
        }
        return indices;
    }
}
