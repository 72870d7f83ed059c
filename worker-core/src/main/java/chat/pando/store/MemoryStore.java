package chat.pando.store;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store in memory, unsealed: for tests and the lab. */
public final class MemoryStore implements Store {

    private final Disk disk;

    /** A store on a database of its own. */
    public MemoryStore() {
        this(new MemoryDatabase());
    }

    /** Opens the database, which begins a new epoch: a store that was open on it is fenced. */
    public MemoryStore(MemoryDatabase database) {
        disk = database.open();
    }

    @Override
    public long epoch() {
        return disk.epoch();
    }

    @Override
    public Optional<Row> get(Table table, String key) {
        return Optional.ofNullable(get(table, Set.of(key)).get(key));
    }

    @Override
    public Map<String, Row> get(Table table, Set<String> keys) {
        Map<String, Row> rows = new LinkedHashMap<>();
        disk.get(table, keys).forEach((key, row) -> rows.put(key, fromDisk(row)));
        return rows;
    }

    @Override
    public List<Row> scan(Table table, KeyRange range, Direction direction, int limit) {
        return disk.scan(table, range, direction, limit).stream().map(MemoryStore::fromDisk).toList();
    }

    @Override
    public void commit(Changes changes) {
        Map<Table, Map<String, Optional<DiskRow>>> writes = new EnumMap<>(Table.class);
        changes.writes().forEach((table, rows) -> {
            Map<String, Optional<DiskRow>> onDisk = new LinkedHashMap<>();
            rows.forEach((key, row) -> onDisk.put(key, row.map(MemoryStore::toDisk)));
            writes.put(table, onDisk);
        });
        disk.commit(writes);
    }

    @Override
    public void close() {
        disk.close();
    }

    private static DiskRow toDisk(Row row) {
        return new DiskRow(row.key(), row.body().getBytes(StandardCharsets.UTF_8), row.keys());
    }

    private static Row fromDisk(DiskRow row) {
        return new Row(row.key(), new String(row.body(), StandardCharsets.UTF_8), row.keys());
    }
}
