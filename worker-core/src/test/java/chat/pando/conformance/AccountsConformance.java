package chat.pando.conformance;

import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.Draft;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.store.Table;
import java.util.List;

/** What every {@link Accounts} promises. */
public final class AccountsConformance implements Conformance {

    private final Accounts accounts;
    private final String server;

    /** @param server stands in the names of the accounts, so that others in the same profile are told from them */
    public AccountsConformance(Accounts accounts, String server) {
        this.accounts = accounts;
        this.server = server;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("the account used last comes first", this::order),
                new Case("an entry replaces the one of its user", this::replaced),
                new Case("a registered account without data is lost, not new", this::lost),
                new Case("a sign-in that was never finished is lost", this::unfinished),
                new Case("creating anew begins empty", this::anew),
                new Case("deleting removes entry and data, and closes who has them open", this::deleted),
                new Case("deleting what is not there is no harm", () -> accounts.delete("@nobody:" + server)));
    }

    private void order() {
        for (int time : new int[] {20, 30, 10}) {
            accounts.put(entry("user" + time, time));
        }
        Check.equal(List.of(entry("user30", 30), entry("user20", 20), entry("user10", 10)), ours());
        accounts.put(entry("user10", 40));
        Check.equal(entry("user10", 40), ours().get(0));
        deleteOurs();
        Check.equal(List.of(), ours());
    }

    private void replaced() {
        accounts.put(entry("alice", 1));
        AccountEntry moved = new AccountEntry("@alice:" + server, "https://elsewhere.example", 2);
        accounts.put(moved);
        Check.equal(List.of(moved), ours());
        deleteOurs();
    }

    private void lost() {
        AccountEntry entry = entry("evicted", 1);
        accounts.put(entry);
        Check.throwsA(StoreException.Lost.class, () -> accounts.open(entry));
        Check.throwsA(StoreException.Lost.class, () -> accounts.open(entry));
        Check.equal(List.of(entry), ours());
        deleteOurs();
    }

    private void unfinished() {
        AccountEntry entry = entry("unfinished", 1);
        accounts.create(entry).close();
        Check.equal(List.of(entry), ours());
        Check.throwsA(StoreException.Lost.class, () -> accounts.open(entry));
        deleteOurs();
    }

    private void anew() {
        AccountEntry entry = entry("anew", 1);
        Store first = accounts.create(entry);
        put(first);
        Store second = accounts.create(entry);
        Check.equal(List.of(), second.scan(Table.ROOMS, KeyRange.all()));
        Check.throwsA(StoreException.Closed.class, () -> put(first));
        second.close();
        deleteOurs();
    }

    private void deleted() {
        AccountEntry entry = entry("deleted", 1);
        Store store = accounts.create(entry);
        put(store);
        accounts.delete(entry.userId());
        Check.equal(List.of(), ours());
        Check.throwsA(StoreException.Closed.class, () -> put(store));
        Check.throwsA(StoreException.Closed.class, () -> store.get(Table.ROOMS, "row"));
        Check.throwsA(StoreException.Lost.class, () -> accounts.open(entry));
    }

    private AccountEntry entry(String name, long lastUsed) {
        return new AccountEntry("@" + name + ":" + server, "https://" + server, lastUsed);
    }

    private List<AccountEntry> ours() {
        return accounts.list().stream()
                .filter(entry -> entry.userId().endsWith(":" + server))
                .toList();
    }

    private void deleteOurs() {
        ours().forEach(entry -> accounts.delete(entry.userId()));
    }

    private static void put(Store store) {
        Draft draft = store.draft();
        draft.put(Table.ROOMS, new Row("row", "{}"));
        store.commit(draft.changes());
    }
}
