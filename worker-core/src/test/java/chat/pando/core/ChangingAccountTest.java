package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.Http;
import chat.pando.protocol.Call;
import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.Changes;
import chat.pando.store.Direction;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Store;
import chat.pando.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tab that turns away from an account hears nothing more of it, whatever is just being read for it. */
class ChangingAccountTest {

    private final FakeHomeserver server = new FakeHomeserver(false);
    private final Doorway reading = new Doorway();
    private final Profile profile = new Profile((Http) server, SlowReads::new);
    private boolean armed;

    @AfterEach
    void stop() {
        profile.stop();
    }

    @Test
    void aTabThatLeavesAnAccountWhileNewsOfItIsReadIsNotToldThatNews() {
        TestTab tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
        TestTab other = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        other.open(FakeHomeserver.ROOM);
        arm();
        server.somebodySays("secret");
        reading.awaitKnock();
        tab.addAccount();
        int updates = tab.updates();
        reading.open();
        other.await("the news, which is told to tabs in the order of their coming", t -> t.item("secret").isPresent());
        assertEquals(updates, tab.updates(), "what a tab without an account is told");
        assertTrue(tab.texts().isEmpty());
    }

    @Test
    void whatATabAskedForBeforeItTurnedAwayIsDoneForThatAccount() {
        TestTab tab = SignedIn.tab(profile);
        TestTab other = profile.tab().hello(Optional.of(FakeHomeserver.ME));
        other.open(FakeHomeserver.ROOM);
        tab.addAccount();
        assertEquals(Outcome.Done.class, tab.outcome(late(new Command.SendText(FakeHomeserver.ROOM, "late"))).getClass());
        other.await("the message", t -> t.item("late").isPresent());
    }

    /** It would show one account's room under another's name. */
    @Test
    void aRoomIsNotOpenedInATabThatHasTurnedAway() {
        TestTab tab = SignedIn.tab(profile);
        tab.addAccount();
        Outcome outcome = tab.outcome(late(new Command.OpenRoom(FakeHomeserver.ROOM)));
        assertEquals(Problem.Code.INVALID_INPUT, ((Outcome.Refused) outcome).problem().code());
    }

    private static Call late(Command command) {
        return new Call("late", Optional.of(FakeHomeserver.ME), command);
    }

    private synchronized void arm() {
        armed = true;
    }

    /** Accounts whose stores, once armed, commit a message and then let the next read of a room wait at the doorway. */
    private final class SlowReads implements Accounts {

        private final Accounts real;

        SlowReads(Accounts real) {
            this.real = real;
        }

        @Override
        public List<AccountEntry> list() {
            return real.list();
        }

        @Override
        public void put(AccountEntry entry) {
            real.put(entry);
        }

        @Override
        public Store create(AccountEntry entry) {
            return new SlowStore(real.create(entry));
        }

        @Override
        public Store open(AccountEntry entry) {
            return new SlowStore(real.open(entry));
        }

        @Override
        public long epoch(String userId) {
            return real.epoch(userId);
        }

        @Override
        public void delete(String userId) {
            real.delete(userId);
        }
    }

    /** The store of such an account. */
    private final class SlowStore implements Store {

        private final Store real;
        private boolean committed;

        SlowStore(Store real) {
            this.real = real;
        }

        @Override
        public long epoch() {
            return real.epoch();
        }

        @Override
        public void commit(Changes changes) {
            real.commit(changes);
            synchronized (ChangingAccountTest.this) {
                committed = armed && changes.writes().containsKey(Table.TIMELINE);
            }
        }

        @Override
        public void close() {
            real.close();
        }

        @Override
        public Optional<Row> get(Table table, String key) {
            boolean waits;
            synchronized (ChangingAccountTest.this) {
                waits = committed && table == Table.ROOMS;
            }
            if (waits) {
                reading.pass();
            }
            return real.get(table, key);
        }

        @Override
        public Map<String, Row> get(Table table, Set<String> keys) {
            return real.get(table, keys);
        }

        @Override
        public List<Row> scan(Table table, KeyRange range, Direction direction, int limit) {
            return real.scan(table, range, direction, limit);
        }
    }
}
