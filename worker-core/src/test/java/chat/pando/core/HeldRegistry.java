package chat.pando.core;

import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.Store;
import java.util.List;

/** A browser profile's accounts whose list is read only when a test lets it: as on a very slow disk. */
record HeldRegistry(Accounts accounts, Doorway doorway) implements Accounts {

    @Override
    public List<AccountEntry> list() {
        doorway.pass();
        return accounts.list();
    }

    @Override
    public void put(AccountEntry entry) {
        accounts.put(entry);
    }

    @Override
    public Store create(AccountEntry entry) {
        return accounts.create(entry);
    }

    @Override
    public Store open(AccountEntry entry) {
        return accounts.open(entry);
    }

    @Override
    public long epoch(String userId) {
        return accounts.epoch(userId);
    }

    @Override
    public void delete(String userId) {
        accounts.delete(userId);
    }
}
