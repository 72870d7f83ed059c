package chat.pando.store;

/**
 * The durable state of one account, open for one writer.
 *
 * <p>Opening it increments the epoch in the database; every commit re-reads the epoch inside its own transaction and
 * aborts where another core has opened the store since (law 1).
 */
public interface Store extends Reads {

    /** The epoch that opening this store began. */
    long epoch();

    /**
     * Writes all changes in one strictly durable transaction, or none. It returns when they are durable.
     *
     * @throws StoreException.Fenced      where another core has taken over; this one must stop for good
     * @throws StoreException.QuotaExceeded where the disk is full; what was there is untouched
     * @throws StoreException.Closed      where the database was closed or deleted under us
     */
    void commit(Changes changes);

    default Draft draft() {
        return new Draft(this);
    }

    void close();
}
