package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.host.Host;
import chat.pando.host.Locks;
import chat.pando.protocol.AccountInfo;
import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.Draft;
import chat.pando.store.Session;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.store.Tables;
import chat.pando.sync.Trouble;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The accounts of this browser profile, each open in this core or on its way to be. */
final class Roster {

    /** Never changes with the version: cores of all versions exclude each other by it. */
    private static final String LOCK = "pando-core/";

    private final Host host;
    private final Accounts accounts;
    private final Tables tables;
    private final Account.Listener listener;
    private final Consumer<String> onSlotChange;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private boolean closed;

    /** @param onSlotChange told the user id when an account has opened or failed to */
    Roster(Host host, Accounts accounts, Account.Listener listener, Consumer<String> onSlotChange) {
        this.host = host;
        this.accounts = accounts;
        this.tables = Tables.of(host.json(), host.log());
        this.listener = listener;
        this.onSlotChange = onSlotChange;
    }

    Tables tables() {
        return tables;
    }

    /** Begins to open all registered accounts, each on a thread of its own: one may have to wait for its lock. */
    void openAll() {
        List<AccountEntry> entries = accounts.list();
        entries.forEach(entry -> put(Slot.opening(entry)));
        entries.forEach(entry -> host.tasks().start("pando-open", () -> open(entry)));
    }

    synchronized Optional<Slot> find(String userId) {
        return Optional.ofNullable(slots.get(userId));
    }

    /** The account used last. */
    synchronized Optional<Slot> latest() {
        return slots.values().stream().max(Comparator.comparingLong(slot -> slot.entry().lastUsed()));
    }

    /** All, the one used last first. */
    synchronized List<AccountInfo> infos() {
        return slots.values().stream()
                .map(Slot::entry)
                .sorted(Comparator.comparingLong(AccountEntry::lastUsed).reversed())
                .map(entry -> new AccountInfo(entry.userId(), entry.server()))
                .toList();
    }

    /** The account becomes the one used last. */
    void used(String userId) {
        if (latest().map(slot -> slot.entry().userId()).equals(Optional.of(userId))) {
            return;
        }
        find(userId).map(slot -> slot.usedAt(host.clock().now())).ifPresent(slot -> {
            put(slot);
            accounts.put(slot.entry());
        });
    }

    private void open(AccountEntry entry) {
        Locks.Held lock = host.locks().acquire(LOCK + entry.userId());
        Slot locked = Slot.opening(entry).locked(lock);
        Slot result = wanted(entry) ? opened(locked) : locked;
        if (wanted(entry)) {
            put(result.usedAt(find(entry.userId()).orElse(result).entry().lastUsed()));
            onSlotChange.accept(entry.userId());
        } else {
            close(result); // signed out, or the core was stopped, while it waited for the lock
        }
    }

    private Slot opened(Slot locked) {
        try {
            return locked.open(start(accounts.open(locked.entry())));
        } catch (StoreException.Newer newer) {
            return locked.failed(Trouble.STORAGE_NEWER);
        } catch (StoreException.Lost lost) {
            return locked.failed(Trouble.STORAGE_LOST);
        } catch (RuntimeException fault) {
            host.log().warn("an account could not be opened: " + fault.getClass().getName());
            return locked.failed(Trouble.INTERNAL);
        }
    }

    private synchronized boolean wanted(AccountEntry entry) {
        return !closed && slots.containsKey(entry.userId());
    }

    private Account start(Store store) {
        Account account = new Account(host, store, tables, listener);
        account.start();
        return account;
    }

    /**
     * A new account, whose store the writer fills before anything else happens to it.
     *
     * @throws StoreException where that can't be made durable; then nothing of the account remains here
     */
    Account create(AccountEntry entry, Consumer<Store> writer) {
        Locks.Held lock = host.locks().tryAcquire(LOCK + entry.userId()).orElseThrow(StoreException.Fenced::new);
        try {
            Store store = accounts.create(entry);
            writer.accept(store);
            Account account = start(store);
            put(Slot.opening(entry).locked(lock).open(account));
            onSlotChange.accept(entry.userId());
            return account;
        } catch (RuntimeException failure) {
            accounts.delete(entry.userId());
            lock.close();
            throw failure;
        }
    }

    /** Opens an account anew, with a session that takes up its device again. */
    Account resume(Session session) {
        Slot slot = find(session.user().value()).orElseThrow();
        slot.account().ifPresent(account -> account.close(Trouble.SESSION_EXPIRED));
        Store store = accounts.open(slot.entry());
        Draft draft = store.draft();
        tables.meta().putSession(draft, session);
        store.commit(draft.changes());
        Account account = start(store);
        put(slot.open(account));
        onSlotChange.accept(account.userId());
        return account;
    }

    /** Closes an account and removes all that is stored of it. */
    void remove(String userId) {
        Optional<Slot> slot = find(userId);
        slot.flatMap(Slot::account).ifPresent(account -> account.close(Trouble.SIGNED_OUT));
        accounts.delete(userId);
        synchronized (this) {
            slots.remove(userId);
        }
        slot.flatMap(Slot::lock).ifPresent(Locks.Held::close);
    }

    /** Closes all accounts; what is stored stays. */
    void closeAll() {
        List<Slot> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(slots.values());
        }
        all.forEach(Roster::close);
    }

    private static void close(Slot slot) {
        slot.account().ifPresent(account -> account.close(Trouble.TAKEN_OVER));
        slot.lock().ifPresent(Locks.Held::close);
    }

    private synchronized void put(Slot slot) {
        slots.put(slot.entry().userId(), slot);
    }
}
