package chat.pando.lab.channel;

import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.Changes;
import chat.pando.store.Store;
import java.util.List;
import java.util.function.Consumer;

/** A profile's accounts as a core has them while it lives. */
final class MortalAccounts implements Accounts {

    private final Mortal<Accounts> accounts;
    private final Consumer<Changes> onCommit;

    MortalAccounts(Mortal<Accounts> accounts, Consumer<Changes> onCommit) {
        this.accounts = accounts;
        this.onCommit = onCommit;
    }

    @Override
    public List<AccountEntry> list() {
        return accounts.living().list();
    }

    @Override
    public void put(AccountEntry entry) {
        accounts.living().put(entry);
    }

    @Override
    public Store create(AccountEntry entry) {
        return mortal(accounts.living().create(entry));
    }

    @Override
    public Store open(AccountEntry entry) {
        return mortal(accounts.living().open(entry));
    }

    @Override
    public long epoch(String userId) {
        return accounts.living().epoch(userId);
    }

    @Override
    public void delete(String userId) {
        accounts.living().delete(userId);
    }

    private Store mortal(Store store) {
        return new MortalStore(accounts.with(store), onCommit);
    }
}
