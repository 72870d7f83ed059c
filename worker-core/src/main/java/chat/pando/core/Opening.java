package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.host.Host;
import chat.pando.host.Signal;
import chat.pando.store.Accounts;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.sync.Trouble;
import java.util.Optional;
import java.util.function.Function;

/** The attempts to open an account whose lock is ours, as long as what stands in the way may pass. */
final class Opening {

    private static final long REST_MILLIS = 2_000;

    private final Host host;
    private final Accounts accounts;
    private final Function<Store, Account> start;
    private boolean mayPass;

    Opening(Host host, Accounts accounts, Function<Store, Account> start) {
        this.host = host;
        this.accounts = accounts;
        this.start = start;
    }

    /** The slot with the account, or with what stands in its way; empty where it was signed out while we waited. */
    Optional<Slot> attempt(Slot locked) {
        mayPass = false;
        try {
            String userId = locked.entry().userId();
            if (accounts.list().stream().noneMatch(entry -> entry.userId().equals(userId))) {
                return Optional.empty();
            }
            return Optional.of(locked.open(start.apply(accounts.open(locked.entry()))));
        } catch (StoreException failure) {
            mayPass = mayPass(failure);
            return Optional.of(locked.failed(trouble(failure)));
        } catch (RuntimeException fault) {
            host.log().warn("an account could not be opened: " + fault.getClass().getName());
            return Optional.of(locked.failed(Trouble.INTERNAL));
        }
    }

    /** Whether another attempt may end better than the last. */
    boolean isWorthAnother() {
        return mayPass;
    }

    void rest() {
        new Signal().await(host.clock(), REST_MILLIS);
    }

    private static boolean mayPass(StoreException failure) {
        return failure instanceof StoreException.Held
                || failure instanceof StoreException.QuotaExceeded
                || failure instanceof StoreException.Failed;
    }

    private Trouble trouble(StoreException failure) {
        if (failure instanceof StoreException.Lost || failure instanceof StoreException.Corrupt) {
            return Trouble.STORAGE_LOST;
        }
        if (failure instanceof StoreException.Newer) {
            return Trouble.STORAGE_NEWER;
        }
        if (failure instanceof StoreException.Held) {
            return Trouble.STORAGE_HELD;
        }
        if (failure instanceof StoreException.QuotaExceeded) {
            return Trouble.STORAGE_FULL;
        }
        if (failure instanceof StoreException.Fenced) {
            return Trouble.TAKEN_OVER;
        }
        host.log().warn("an account could not be opened: " + failure.getMessage());
        return Trouble.INTERNAL;
    }
}
