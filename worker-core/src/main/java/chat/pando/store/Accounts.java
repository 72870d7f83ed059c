package chat.pando.store;

import java.util.List;

/** The accounts signed in in this browser profile, and the store of each. */
public interface Accounts {

    /** All that are registered, the one used last first. */
    List<AccountEntry> list();

    /** Registers an account, or replaces its entry. Durable on return. */
    void put(AccountEntry entry);

    /**
     * Creates the account's store, empty, and opens it; what a former sign-in of the same user left behind is deleted.
     * The entry is registered as well. The store counts as whole ({@link #open} finds it) once something was committed.
     */
    Store create(AccountEntry entry);

    /**
     * Opens the account's store, which begins a new epoch: whoever had it open is fenced.
     *
     * @throws StoreException.Lost  where the account is registered but its data are gone (evicted, or sign-in was never
     *                              finished): a lost device, never to be mistaken for a new one
     * @throws StoreException.Newer where a newer version of Pando has written it
     */
    Store open(AccountEntry entry);

    /** The epoch that the account's store is in, without beginning another; 0 where there is none. */
    long epoch(String userId);

    /** Deletes the account's store and its entry. Whoever has the store open is closed. */
    void delete(String userId);
}
