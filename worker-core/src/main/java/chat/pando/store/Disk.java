package chat.pando.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A database of byte rows, open for one writer: what a {@link Store} needs below its sealing.
 *
 * <p>Its methods throw the same {@link StoreException}s as those of a Store, and its epoch is the Store's fence.
 */
public interface Disk {

    /** The epoch that opening this disk began. */
    long epoch();

    /** The rows that exist among these keys, read in one transaction. */
    Map<String, DiskRow> get(Table table, Set<String> keys);

    /** At most {@code limit} rows of a range, in order. */
    List<DiskRow> scan(Table table, KeyRange range, Direction direction, int limit);

    /** Writes and removes rows in one strictly durable transaction that re-reads the epoch, or does nothing. */
    void commit(Map<Table, Map<String, Optional<DiskRow>>> writes);

    void close();
}
