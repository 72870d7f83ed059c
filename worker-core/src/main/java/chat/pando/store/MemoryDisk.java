package chat.pando.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@link MemoryDatabase} while it is open. */
final class MemoryDisk implements Disk {

    private final MemoryDatabase database;
    private final long epoch;
    private final long openedAt;
    private volatile boolean closed;

    MemoryDisk(MemoryDatabase database, long epoch, long openedAt) {
        this.database = database;
        this.epoch = epoch;
        this.openedAt = openedAt;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public Map<String, DiskRow> get(Table table, Set<String> keys) {
        requireOpen();
        Map<String, DiskRow> found = new LinkedHashMap<>();
        for (String key : keys) {
            database.row(table, key).ifPresent(row -> found.put(key, row));
        }
        return found;
    }

    @Override
    public List<DiskRow> scan(Table table, KeyRange range, Direction direction, int limit) {
        requireOpen();
        return database.scan(table, range, direction, limit);
    }

    @Override
    public void commit(Map<Table, Map<String, Optional<DiskRow>>> writes) {
        requireOpen();
        try {
            database.commit(epoch, writes);
        } catch (MemoryDatabase.Crash crash) {
            closed = true;
            throw crash;
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed || !database.stillOpen(openedAt)) {
            throw new StoreException.Closed();
        }
    }
}
