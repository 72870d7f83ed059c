package chat.pando.lab.sim.browser;

import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.Reads;
import chat.pando.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A profile's accounts as one core has them. */
final class CoreAccounts implements Accounts {

    private static final int MILLIS = 2;

    private final ProfileDisk disk;
    private final int schema;
    private final CoreTime time;
    private final Map<String, CoreStore> open = new HashMap<>();

    CoreAccounts(ProfileDisk disk, int schema, CoreTime time) {
        this.disk = disk;
        this.schema = schema;
        this.time = time;
    }

    /** What this core sees of an account's database. */
    Optional<Reads> stored(String userId) {
        return Optional.ofNullable(open.get(userId)).map(CoreStore::stored);
    }

    @Override
    public List<AccountEntry> list() {
        time.nap(MILLIS);
        return disk.accounts().list();
    }

    @Override
    public void put(AccountEntry entry) {
        time.nap(MILLIS);
        disk.accounts().put(entry);
        time.nap(MILLIS);
    }

    @Override
    public Store create(AccountEntry entry) {
        time.nap(MILLIS);
        disk.created(entry.userId(), schema);
        return keep(entry, disk.accounts().create(entry));
    }

    @Override
    public Store open(AccountEntry entry) {
        time.nap(MILLIS);
        disk.migrate(entry.userId(), schema);
        return keep(entry, disk.accounts().open(entry));
    }

    @Override
    public long epoch(String userId) {
        time.nap(MILLIS);
        return disk.accounts().epoch(userId);
    }

    @Override
    public void delete(String userId) {
        time.nap(MILLIS);
        disk.accounts().delete(userId);
        time.nap(MILLIS);
    }

    private Store keep(AccountEntry entry, Store store) {
        CoreStore kept = new CoreStore(store, time, disk.writers(entry.userId()));
        open.put(entry.userId(), kept);
        time.nap(MILLIS);
        return kept;
    }
}
