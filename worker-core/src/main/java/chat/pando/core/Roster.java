package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.handover.Claims;
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
import java.util.function.Function;
import java.util.function.Supplier;

/** The accounts of this browser profile, each open in this core or on its way to be. */
final class Roster {

    private final Host host;
    private final Accounts accounts;
    private final Claims claims;
    private final Tables tables;
    private final Account.Listener listener;
    private final Events events;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private boolean closed;

    /** Who is told what becomes of accounts. */
    interface Events {

        /** The account has opened, or has failed to, or is no longer there. */
        void changed(String userId);

        /** Another core has taken an account from this one, by force. */
        void robbed();
    }

    Roster(Host host, Accounts accounts, Claims claims, Account.Listener listener, Events events) {
        this.host = host;
        this.accounts = accounts;
        this.claims = claims;
        this.tables = Tables.of(host.json(), host.log());
        this.listener = listener;
        this.events = events;
    }

    Tables tables() {
        return tables;
    }

    /**
     * Begins to open all accounts that are registered and not here yet, each on a thread of its own: one may have to
     * wait for its lock. Another core may have registered some since the last time.
     *
     * @return false where it can't be known at present which accounts there are
     */
    boolean refresh() {
        try {
            for (AccountEntry entry : accounts.list()) {
                if (adopt(entry)) {
                    host.tasks().start("pando-open", () -> open(entry.userId()));
                }
            }
            return true;
        } catch (StoreException unreadable) {
            host.log().warn("the list of accounts could not be read: " + unreadable.getMessage());
            return false;
        }
    }

    private synchronized boolean adopt(AccountEntry entry) {
        return !closed && slots.putIfAbsent(entry.userId(), Slot.opening(entry)) == null;
    }

    synchronized Optional<Slot> find(String userId) {
        return Optional.ofNullable(slots.get(userId));
    }

    /** Those that are open. */
    synchronized List<Account> accounts() {
        return slots.values().stream().map(Slot::account).flatMap(Optional::stream).toList();
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

    /** The account becomes the one used last. Who holds its lock writes that down. */
    void used(String userId) {
        if (latest().map(slot -> slot.entry().userId()).equals(Optional.of(userId))) {
            return;
        }
        usedAt(userId, host.clock().now())
                .filter(slot -> slot.lock().isPresent())
                .ifPresent(slot -> writeDown(slot.entry()));
    }

    private void writeDown(AccountEntry entry) {
        try {
            accounts.put(entry);
        } catch (StoreException failure) {
            host.log().warn("which account was used last could not be stored: " + failure.getMessage());
        }
    }

    private synchronized Optional<Slot> usedAt(String userId, long millis) {
        return Optional.ofNullable(slots.computeIfPresent(userId, (user, slot) -> slot.usedAt(millis)));
    }

    private void open(String userId) {
        boolean claimed = claims.claim(userId, lock -> open(userId, lock));
        if (!claimed && claims.refused()) {
            change(userId, slot -> Optional.of(slot.failed(Trouble.STORAGE_NEWER)));
        }
    }

    /** The lock is ours, and with it the account, as long as anybody wants it. */
    private void open(String userId, Locks.Held lock) {
        lock.onLost(events::robbed);
        Opening opening = new Opening(host, accounts, this::start);
        Optional<Slot> waiting = wanted(userId);
        while (waiting.isPresent()) {
            if (keep(userId, opening.attempt(waiting.get().locked(lock)))) {
                if (!opening.isWorthAnother()) {
                    return;
                }
                opening.rest();
            }
            waiting = wanted(userId);
        }
        lock.close();
    }

    /** Keeps what an attempt to open the account has led to, unless nobody wants it any more. */
    private boolean keep(String userId, Optional<Slot> result) {
        boolean kept = change(userId, now -> result.map(slot -> slot.usedAt(now.entry().lastUsed())));
        if (!kept) {
            result.ifPresent(Roster::close);
        }
        return kept && result.isPresent();
    }

    private synchronized Optional<Slot> wanted(String userId) {
        return closed ? Optional.empty() : find(userId);
    }

    /**
     * Puts another slot in the place of an account's, or none.
     *
     * @return false where there is no such account any more, or the roster is closed
     */
    private boolean change(String userId, Function<Slot, Optional<Slot>> change) {
        synchronized (this) {
            Slot slot = slots.get(userId);
            if (closed || slot == null) {
                return false;
            }
            change.apply(slot).ifPresentOrElse(next -> slots.put(userId, next), () -> slots.remove(userId));
        }
        events.changed(userId);
        return true;
    }

    private Account start(Store store) {
        try {
            Account account = new Account(host, store, tables, listener);
            account.start();
            return account;
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /**
     * A new account, whose store the writer fills before anything else happens to it. A former one of the same user is
     * removed: its device is lost, and no other may go by that name.
     *
     * @throws StoreException where that can't be made durable; then nothing of the account remains here
     */
    void create(AccountEntry entry, Consumer<Store> writer) {
        Optional<Slot> former = find(entry.userId());
        former.flatMap(Slot::account).ifPresent(account -> account.close(Trouble.SIGNED_OUT));
        Locks.Held lock = former.flatMap(Slot::lock)
                .or(() -> claimed(entry.userId()))
                .orElseThrow(StoreException.Fenced::new);
        put(Slot.opening(entry).locked(lock)); // so that a refresh finds it here, and doesn't wait for our own lock
        try {
            Store store = accounts.create(entry);
            writer.accept(store);
            install(Slot.opening(entry).locked(lock).open(start(store)));
        } catch (RuntimeException failure) {
            undo(entry.userId());
            lock.close();
            throw failure;
        }
    }

    /** Puts an account here that is open, unless another core has taken over meanwhile, and finds it registered. */
    private void install(Slot open) {
        if (!change(open.entry().userId(), former -> Optional.of(open))) {
            close(open);
        }
    }

    private void undo(String userId) {
        try {
            accounts.delete(userId);
        } catch (StoreException failure) {
            host.log().warn("what is left of a sign-in that failed could not be removed: " + failure.getMessage());
        }
        change(userId, opening -> Optional.empty());
    }

    private Optional<Locks.Held> claimed(String userId) {
        Optional<Locks.Held> lock = claims.ifFree(userId);
        lock.ifPresent(held -> held.onLost(events::robbed));
        return lock;
    }

    /** Opens an account anew, with a session that takes up its device again. */
    void resume(Session session) {
        Slot slot = find(session.user().value()).orElseThrow();
        slot.account().ifPresent(account -> account.close(Trouble.SESSION_EXPIRED));
        Store store = accounts.open(slot.entry());
        Draft draft = store.draft();
        tables.meta().putSession(draft, session);
        store.commit(draft.changes());
        install(slot.open(start(store)));
    }

    /** Closes an account and removes all that is stored of it. */
    void remove(String userId) {
        Optional<Slot> slot = find(userId);
        slot.flatMap(Slot::account).ifPresent(account -> account.close(Trouble.SIGNED_OUT));
        accounts.delete(userId);
        forget(userId);
        slot.flatMap(Slot::lock).ifPresent(Locks.Held::close);
    }

    /** Closes all accounts, for good; what is stored stays. */
    void closeAll() {
        List<Slot> all;
        synchronized (this) {
            all = closed ? List.of() : List.copyOf(slots.values());
            closed = true;
        }
        host.tasks().all(all.stream().<Supplier<Slot>>map(slot -> () -> close(slot)).toList());
    }

    private static Slot close(Slot slot) {
        slot.account().ifPresent(account -> account.close(Trouble.TAKEN_OVER));
        slot.lock().ifPresent(Locks.Held::close);
        return slot;
    }

    private synchronized void forget(String userId) {
        slots.remove(userId);
    }

    private synchronized void put(Slot slot) {
        slots.put(slot.entry().userId(), slot);
    }
}
