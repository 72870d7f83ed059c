package chat.pando.browser;

import chat.pando.host.Host;
import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.CorruptRow;
import chat.pando.store.SealedStore;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.store.migration.Migrations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** The accounts of this browser profile: a small database that lists them, and one database for each. */
public final class IndexedDbAccounts implements Accounts {

    private static final String REGISTRY = "pando";
    private static final int VERSION = 1;
    private static final String ACCOUNTS = "accounts";

    private static final int PATIENCE_MILLIS = 10_000;

    private final Host host;
    private final KeyStorage keys;
    private final IdbOpening opening;
    private final Consumer<CorruptRow> onCorrupt;

    /** @param keys as the host's primitives make them */
    IndexedDbAccounts(Host host, KeyStorage keys, Consumer<CorruptRow> onCorrupt) {
        this(host, keys, Migrations.current(), onCorrupt);
    }

    /** Databases of another version than this Pando's. */
    IndexedDbAccounts(Host host, KeyStorage keys, Migrations migrations, Consumer<CorruptRow> onCorrupt) {
        this(host, keys, new IdbOpening(migrations, PATIENCE_MILLIS), onCorrupt);
    }

    IndexedDbAccounts(Host host, KeyStorage keys, IdbOpening opening, Consumer<CorruptRow> onCorrupt) {
        this.opening = opening;
        this.host = host;
        this.keys = keys;
        this.onCorrupt = onCorrupt;
    }

    @Override
    public List<AccountEntry> list() {
        try (Registry registry = openRegistry()) {
            Idb.ObjectStore accounts = registry.transaction("readonly").objectStore(ACCOUNTS);
            Idb.Request<JSArrayReader<JSObject>> request = accounts.getAll(null, Integer.MAX_VALUE);
            JSArrayReader<JSObject> stored = IdbCalls.await(request, () -> false);
            List<AccountEntry> entries = new ArrayList<>(stored.getLength());
            for (int i = 0; i < stored.getLength(); i++) {
                if (isAccount(stored.get(i))) {
                    StoredAccount account = (StoredAccount) stored.get(i);
                    entries.add(
                            new AccountEntry(account.getUserId(), account.getServer(), (long) account.getLastUsed()));
                } else {
                    host.log().warn("passed over a corrupt entry of the list of accounts");
                }
            }
            entries.sort(Comparator.comparingLong(AccountEntry::lastUsed).reversed());
            return entries;
        }
    }

    @Override
    public void put(AccountEntry entry) {
        change(accounts ->
                accounts.put(stored(entry.userId(), entry.server(), entry.lastUsed()), entry.userId()));
    }

    @Override
    public Store create(AccountEntry entry) {
        opening.delete(databaseOf(entry.userId()));
        put(entry);
        String name = databaseOf(entry.userId());
        return SealedStore.create(disk(name, opening.openOrCreate(name)), host, onCorrupt);
    }

    @Override
    public Store open(AccountEntry entry) {
        String name = databaseOf(entry.userId());
        IndexedDbDisk disk = disk(name, opening.openExisting(name));
        try {
            return SealedStore.open(disk, host, onCorrupt);
        } catch (RuntimeException failure) {
            disk.close();
            throw failure;
        }
    }

    private IndexedDbDisk disk(String name, Idb.Database database) {
        return new IndexedDbDisk(new IdbConnection(opening, name, database), keys);
    }

    @Override
    public long epoch(String userId) {
        Idb.Database database;
        try {
            database = opening.openAsItIs(databaseOf(userId));
        } catch (StoreException.Lost none) {
            return 0;
        }
        try {
            return IdbConnection.epochIn(database);
        } finally {
            database.close();
        }
    }

    @Override
    public void delete(String userId) {
        opening.delete(databaseOf(userId));
        change(accounts -> accounts.remove(userId));
    }

    private static String databaseOf(String userId) {
        return "pando/" + userId;
    }

    private void change(Consumer<Idb.ObjectStore> change) {
        try (Registry registry = openRegistry()) {
            Idb.Transaction transaction = registry.transaction("readwrite");
            change.accept(transaction.objectStore(ACCOUNTS));
            IdbCalls.await(transaction, () -> false);
        }
    }

    private Registry openRegistry() {
        return new Registry(opening.openSmall(REGISTRY, VERSION, ACCOUNTS));
    }

    /** The registry while it is open: only for one call, so that it is in nobody's way. */
    private record Registry(Idb.Database database) implements AutoCloseable {

        Idb.Transaction transaction(String mode) {
            JSArray<JSString> stores = new JSArray<>();
            stores.push(JSString.valueOf(ACCOUNTS));
            return database.transaction(stores, mode, Idb.strictly());
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** An entry as a value in IndexedDB. */
    private interface StoredAccount extends JSObject {

        @JSProperty
        String getUserId();

        @JSProperty
        String getServer();

        @JSProperty
        double getLastUsed();
    }

    @JSBody(
            params = "stored",
            script = "return !!stored && typeof stored.userId === 'string' && typeof stored.server === 'string'"
                    + " && typeof stored.lastUsed === 'number';")
    private static native boolean isAccount(JSObject stored);

    @JSBody(
            params = {"userId", "server", "lastUsed"},
            script = "return {userId: userId, server: server, lastUsed: lastUsed};")
    private static native StoredAccount stored(String userId, String server, double lastUsed);
}
