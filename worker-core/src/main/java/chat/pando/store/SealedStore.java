package chat.pando.store;

import chat.pando.host.Host;
import chat.pando.host.KeyHandle;
import chat.pando.host.SealedText;
import chat.pando.host.SealingKey;
import chat.pando.host.TextAtRest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
        Map<Table, Map<String, Optional<DiskRow>>> writes = sealed(changes);
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

    private Map<Table, Map<String, Optional<DiskRow>>> sealed(Changes changes) {
        List<TextAtRest> texts = new ArrayList<>();
        changes.writes().forEach((table, rows) -> rows.values().forEach(write ->
                write.ifPresent(row -> texts.add(new TextAtRest(place(table, row.key()), row.body())))));
        Iterator<byte[]> bodies = host.primitives().sealTexts(key, texts).iterator();
        Map<Table, Map<String, Optional<DiskRow>>> writes = new EnumMap<>(Table.class);
        changes.writes().forEach((table, rows) -> {
            Map<String, Optional<DiskRow>> onDisk = new LinkedHashMap<>();
            rows.forEach((rowKey, write) ->
                    onDisk.put(rowKey, write.map(row -> new DiskRow(rowKey, bodies.next(), row.keys()))));
            writes.put(table, onDisk);
        });
        return writes;
    }

    private List<Row> opened(Table table, Collection<DiskRow> rows) {
        List<DiskRow> sealed = new ArrayList<>(rows);
        sealed.removeIf(row -> table == Table.META && row.key().equals(KEY_ROW));
        List<SealedText> texts = new ArrayList<>(sealed.size());
        sealed.forEach(row -> texts.add(new SealedText(place(table, row.key()), row.body())));
        Iterator<DiskRow> inOrder = sealed.iterator();
        List<Row> opened = new ArrayList<>(sealed.size());
        for (Optional<String> body : host.primitives().openTexts(key, texts)) {
            DiskRow row = inOrder.next();
            body.ifPresentOrElse(text -> opened.add(new Row(row.key(), text, row.keys())), () -> refuse(table, row));
        }
        return opened;
    }

    private void refuse(Table table, DiskRow row) {
        onCorrupt.accept(new CorruptRow(table, row.key()));
        if (table == Table.META) {
            throw new StoreException.Corrupt(table);
        }
    }

    /** What a row is bound to, so that rows can't be swapped on the disk. */
    private static String place(Table table, String rowKey) {
        return table.stored() + '/' + rowKey;
    }
}
