package chat.pando.store;

import chat.pando.host.Host;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Accounts in memory, for tests and the lab. They outlive a core, as a browser profile does. */
public final class MemoryAccounts implements Accounts {

    private final Map<String, AccountEntry> entries = new LinkedHashMap<>();
    private final Map<String, MemoryDatabase> databases = new LinkedHashMap<>();
    private final Function<MemoryDatabase, Store> onCreate;
    private final Function<MemoryDatabase, Store> onOpen;
    private Optional<Supplier<StoreException>> obstacle = Optional.empty();

    /** Accounts whose stores are not sealed. */
    public MemoryAccounts() {
        this(MemoryStore::new, MemoryStore::new);
    }

    private MemoryAccounts(Function<MemoryDatabase, Store> onCreate, Function<MemoryDatabase, Store> onOpen) {
        this.onCreate = onCreate;
        this.onOpen = onOpen;
    }

    /** Accounts whose stores are sealed, as they are in a browser. */
    public static MemoryAccounts sealed(Host host, Consumer<CorruptRow> onCorrupt) {
        return new MemoryAccounts(
                database -> SealedStore.create(database.open(), host, onCorrupt),
                database -> SealedStore.open(database.open(), host, onCorrupt));
    }

    @Override
    public synchronized List<AccountEntry> list() {
        return entries.values().stream()
                .sorted(Comparator.comparingLong(AccountEntry::lastUsed).reversed())
                .toList();
    }

    @Override
    public synchronized void put(AccountEntry entry) {
        entries.put(entry.userId(), entry);
    }

    @Override
    public synchronized Store create(AccountEntry entry) {
        closeDatabase(entry.userId());
        MemoryDatabase database = new MemoryDatabase();
        databases.put(entry.userId(), database);
        entries.put(entry.userId(), entry);
        return onCreate.apply(database);
    }

    @Override
    public synchronized Store open(AccountEntry entry) {
        obstacle.ifPresent(failure -> {
            throw failure.get();
        });
        MemoryDatabase database = databases.get(entry.userId());
        if (database == null || database.commits() == 0) {
            throw new StoreException.Lost();
        }
        return onOpen.apply(database);
    }

    @Override
    public synchronized long epoch(String userId) {
        MemoryDatabase database = databases.get(userId);
        return database == null ? 0 : database.epoch();
    }

    @Override
    public synchronized void delete(String userId) {
        closeDatabase(userId);
        entries.remove(userId);
    }

    /** The database of an account, for a test that makes it fail. */
    public synchronized MemoryDatabase database(String userId) {
        return databases.get(userId);
    }

    /** Lets all opening fail, until the obstacle is gone. */
    public synchronized void obstruct(Optional<Supplier<StoreException>> failure) {
        obstacle = failure;
    }

    /** Loses an account's database and keeps its entry, as a browser may. */
    public synchronized void evict(String userId) {
        closeDatabase(userId);
    }

    private void closeDatabase(String userId) {
        MemoryDatabase database = databases.remove(userId);
        if (database != null) {
            database.closeAll();
        }
    }
}
