package chat.pando.browser;

import chat.pando.host.Host;
import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.CorruptRow;
import chat.pando.store.SealedStore;
import chat.pando.store.Store;
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

    private final Host host;
    private final Consumer<CorruptRow> onCorrupt;

    public IndexedDbAccounts(Host host, Consumer<CorruptRow> onCorrupt) {
        this.host = host;
        this.onCorrupt = onCorrupt;
    }

    @Override
    public List<AccountEntry> list() {
        try (Registry registry = Registry.open()) {
            Idb.ObjectStore accounts = registry.transaction("readonly").objectStore(ACCOUNTS);
            Idb.Request<JSArrayReader<JSObject>> request = accounts.getAll(null, Integer.MAX_VALUE);
            JSArrayReader<JSObject> stored = IdbCalls.await(request, () -> false);
            List<AccountEntry> entries = new ArrayList<>(stored.getLength());
            for (int i = 0; i < stored.getLength(); i++) {
                StoredAccount account = (StoredAccount) stored.get(i);
                entries.add(new AccountEntry(account.getUserId(), account.getServer(), (long) account.getLastUsed()));
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
        deleteDatabase(entry.userId());
        put(entry);
        return SealedStore.create(IndexedDbDisk.openOrCreate(databaseOf(entry.userId())), host, onCorrupt);
    }

    @Override
    public Store open(AccountEntry entry) {
        IndexedDbDisk disk = IndexedDbDisk.openExisting(databaseOf(entry.userId()));
        try {
            return SealedStore.open(disk, host, onCorrupt);
        } catch (RuntimeException failure) {
            disk.close();
            throw failure;
        }
    }

    @Override
    public void delete(String userId) {
        deleteDatabase(userId);
        change(accounts -> accounts.remove(userId));
    }

    private static String databaseOf(String userId) {
        return "pando/" + userId;
    }

    private static void deleteDatabase(String userId) {
        IdbCalls.await(Idb.delete(databaseOf(userId)), () -> false);
    }

    private static void change(Consumer<Idb.ObjectStore> change) {
        try (Registry registry = Registry.open()) {
            Idb.Transaction transaction = registry.transaction("readwrite");
            change.accept(transaction.objectStore(ACCOUNTS));
            IdbCalls.await(transaction, () -> false);
        }
    }

    /** The registry while it is open: only for one call, so that it is in nobody's way. */
    private record Registry(Idb.Database database) implements AutoCloseable {

        static Registry open() {
            Idb.OpenRequest request = Idb.open(REGISTRY, VERSION);
            request.onUpgradeNeeded(event -> request.getResult().createObjectStore(ACCOUNTS));
            return new Registry(IdbCalls.await(request, () -> false));
        }

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
            params = {"userId", "server", "lastUsed"},
            script = "return {userId: userId, server: server, lastUsed: lastUsed};")
    private static native StoredAccount stored(String userId, String server, double lastUsed);
}
