package chat.pando.store;

import chat.pando.host.CryptoException;
import chat.pando.host.Host;
import chat.pando.host.KeyHandle;
import chat.pando.host.SealingKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A store whose rows lie on the disk as AES-256-GCM ciphertext, each bound to its table and key, under a key that can
 * be used but not read.
 *
 * <p>All sealing happens before the disk's transaction opens, and all opening after it has ended: a browser's
 * transaction does not outlive an asynchronous operation.
 *
 * <p>A row that does not open is corrupt. It is reported and passed over as if it were missing, so that one bad block
 * on the disk does not take the whole account with it; only the single rows of {@link Table#META} can't be missed.
 */
public final class SealedStore implements Store {

    /** The one row that is not sealed: it holds the key that seals the others, as an opaque handle. */
    private static final String KEY_ROW = "sealing_key";

    private final Disk disk;
    private final Host host;
    private final Consumer<CorruptRow> onCorrupt;
    private final SealingKey key;
    private boolean keyStored;

    private SealedStore(Disk disk, Host host, Consumer<CorruptRow> onCorrupt, SealingKey key, boolean keyStored) {
        this.disk = disk;
        this.host = host;
        this.onCorrupt = onCorrupt;
        this.key = key;
        this.keyStored = keyStored;
    }

    /** A store on an empty disk. Its sealing key is new, and is stored with the first commit. */
    public static SealedStore create(Disk disk, Host host, Consumer<CorruptRow> onCorrupt) {
        return new SealedStore(disk, host, onCorrupt, host.primitives().newSealingKey(), false);
    }

    /**
     * The store that lies on this disk.
     *
     * @throws StoreException.Lost where nothing was ever committed to it
     */
    public static SealedStore open(Disk disk, Host host, Consumer<CorruptRow> onCorrupt) {
        DiskRow row = disk.get(Table.META, Set.of(KEY_ROW)).get(KEY_ROW);
        if (row != null && row.keys().size() == 1 && row.keys().get(0) instanceof SealingKey key) {
            return new SealedStore(disk, host, onCorrupt, key, true);
        }
        throw new StoreException.Lost();
    }

    @Override
    public long epoch() {
        return disk.epoch();
    }

    @Override
    public Optional<Row> get(Table table, String rowKey) {
        return Optional.ofNullable(get(table, Set.of(rowKey)).get(rowKey));
    }

    @Override
    public Map<String, Row> get(Table table, Set<String> keys) {
        Map<String, Row> rows = new LinkedHashMap<>();
        opened(table, disk.get(table, keys).values()).forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    @Override
    public List<Row> scan(Table table, KeyRange range, Direction direction, int limit) {
        if (table != Table.META) {
            return opened(table, disk.scan(table, range, direction, limit));
        }
        // One more, for the row of the sealing key, which is none of the core's.
        int wanted = limit == Integer.MAX_VALUE ? limit : limit + 1;
        List<Row> rows = opened(table, disk.scan(table, range, direction, wanted));
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    @Override
    public void commit(Changes changes) {
        List<Table> tables = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        changes.writes().forEach((table, writes) -> writes.values().forEach(write -> write.ifPresent(row -> {
            tables.add(table);
            rows.add(row);
        })));
        List<Supplier<DiskRow>> sealings = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Table table = tables.get(i);
            Row row = rows.get(i);
            sealings.add(() -> sealed(table, row));
        }
        List<DiskRow> sealed = host.tasks().all(sealings);
        Map<Table, Map<String, Optional<DiskRow>>> writes = removals(changes);
        for (int i = 0; i < sealed.size(); i++) {
            DiskRow row = sealed.get(i);
            writes.get(tables.get(i)).put(row.key(), Optional.of(row));
        }
        if (!keyStored) {
            writes.computeIfAbsent(Table.META, t -> new LinkedHashMap<>())
                    .put(KEY_ROW, Optional.of(new DiskRow(KEY_ROW, new byte[0], List.<KeyHandle>of(key))));
        }
        disk.commit(writes);
        keyStored = true;
    }

    @Override
    public void close() {
        disk.close();
    }

    private static Map<Table, Map<String, Optional<DiskRow>>> removals(Changes changes) {
        Map<Table, Map<String, Optional<DiskRow>>> removals = new EnumMap<>(Table.class);
        changes.writes().forEach((table, writes) -> {
            Map<String, Optional<DiskRow>> removed = new LinkedHashMap<>();
            writes.forEach((rowKey, write) -> {
                if (write.isEmpty()) {
                    removed.put(rowKey, Optional.empty());
                }
            });
            removals.put(table, removed);
        });
        return removals;
    }

    private DiskRow sealed(Table table, Row row) {
        byte[] body = row.body().getBytes(StandardCharsets.UTF_8);
        return new DiskRow(row.key(), host.primitives().seal(key, body, place(table, row.key())), row.keys());
    }

    private List<Row> opened(Table table, Collection<DiskRow> rows) {
        List<Supplier<Optional<Row>>> openings = new ArrayList<>(rows.size());
        for (DiskRow row : rows) {
            if (table != Table.META || !row.key().equals(KEY_ROW)) {
                openings.add(() -> opened(table, row));
            }
        }
        List<Row> opened = new ArrayList<>(openings.size());
        host.tasks().all(openings).forEach(row -> row.ifPresent(opened::add));
        return opened;
    }

    private Optional<Row> opened(Table table, DiskRow row) {
        try {
            byte[] body = host.primitives().open(key, row.body(), place(table, row.key()));
            return Optional.of(new Row(row.key(), new String(body, StandardCharsets.UTF_8), row.keys()));
        } catch (CryptoException corrupt) {
            onCorrupt.accept(new CorruptRow(table, row.key()));
            if (table == Table.META) {
                throw new StoreException.Corrupt(table);
            }
            return Optional.empty();
        }
    }

    /** What a row is bound to, so that rows can't be swapped on the disk. */
    private static byte[] place(Table table, String rowKey) {
        return (table.stored() + '/' + rowKey).getBytes(StandardCharsets.UTF_8);
    }
}
