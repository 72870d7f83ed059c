package chat.pando.browser;

import chat.pando.store.Direction;
import chat.pando.store.Disk;
import chat.pando.store.DiskRow;
import chat.pando.store.KeyRange;
import chat.pando.store.StoreException;
import chat.pando.store.Table;
import chat.pando.store.migration.Migrations;
import chat.pando.store.migration.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/**
 * One IndexedDB database, open for one writer.
 *
 * <p>Each table is an object store with string keys outside of its values. A further one holds the epoch, which every
 * readwrite transaction reads first. One call is one transaction, however many rows it reads or writes: transactions,
 * not rows, are what IndexedDB is slow at.
 */
final class IndexedDbDisk implements Disk {

    private static final String FENCE = "fence";
    private static final String EPOCH = "epoch";
    private static final String READ = "readonly";
    private static final String WRITE = "readwrite";

    private final Idb.Database database;
    private final long epoch;
    private boolean closed;

    private IndexedDbDisk(Idb.Database database) {
        this.database = database;
        database.onVersionChange(event -> close());
        database.onClose(event -> closed = true);
        epoch = beginEpoch();
    }

    /** Opens the database, and creates it where it is missing. */
    static IndexedDbDisk openOrCreate(String name) {
        return open(name, true);
    }

    /**
     * Opens the database.
     *
     * @throws StoreException.Lost where it is missing
     */
    static IndexedDbDisk openExisting(String name) {
        return open(name, false);
    }

    private static IndexedDbDisk open(String name, boolean create) {
        Idb.OpenRequest request = Idb.open(name, Migrations.latest());
        boolean[] missing = new boolean[1];
        request.onUpgradeNeeded(event -> {
            int from = Idb.oldVersion(event);
            if (from == 0 && !create) {
                missing[0] = true;
                request.getTransaction().abort(); // so that the database is not left behind, empty
                return;
            }
            migrate(request.getResult(), from);
        });
        try {
            return new IndexedDbDisk(IdbCalls.await(request, () -> false));
        } catch (StoreException failure) {
            throw missing[0] ? new StoreException.Lost() : failure;
        }
    }

    private static void migrate(Idb.Database database, int from) {
        if (from == 0) {
            database.createObjectStore(FENCE);
        }
        Migrations.migrate(from, new Schema() {
            @Override
            public void createTable(String name) {
                database.createObjectStore(name);
            }

            @Override
            public void deleteTable(String name) {
                database.deleteObjectStore(name);
            }
        });
    }

    private long beginEpoch() {
        Idb.Transaction transaction = transaction(List.of(FENCE), WRITE);
        Idb.ObjectStore fence = transaction.objectStore(FENCE);
        Idb.Request<JSObject> stored = fence.get(EPOCH);
        double[] next = new double[1];
        stored.onSuccess(event -> {
            next[0] = epochIn(stored.getResult()) + 1;
            fence.put(epochValue(next[0]), EPOCH);
        });
        IdbCalls.await(transaction, () -> closed);
        return (long) next[0];
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public Map<String, DiskRow> get(Table table, Set<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Idb.ObjectStore store = transaction(List.of(table.stored()), READ).objectStore(table.stored());
        List<String> asked = new ArrayList<>(keys);
        List<Idb.Request<JSObject>> requests = new ArrayList<>(asked.size());
        for (String key : asked) {
            requests.add(store.get(key));
        }
        // A transaction answers in order, and one failure fails all that follow.
        IdbCalls.await(requests.get(requests.size() - 1), () -> closed);
        Map<String, DiskRow> found = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            JSObject value = requests.get(i).getResult();
            if (isPresent(value)) {
                found.put(asked.get(i), StoredRow.toDiskRow(asked.get(i), value));
            }
        }
        return found;
    }

    @Override
    public List<DiskRow> scan(Table table, KeyRange range, Direction direction, int limit) {
        if (limit <= 0 || range.from().compareTo(range.to()) >= 0) {
            return List.of();
        }
        Idb.ObjectStore store = transaction(List.of(table.stored()), READ).objectStore(table.stored());
        JSObject bounds = Idb.range(range.from(), range.to());
        return IndexedDbScan.rows(store, bounds, direction, limit, () -> closed);
    }

    @Override
    public void commit(Map<Table, Map<String, Optional<DiskRow>>> writes) {
        List<String> stores = new ArrayList<>();
        stores.add(FENCE);
        writes.keySet().forEach(table -> stores.add(table.stored()));
        Idb.Transaction transaction = transaction(stores, WRITE);
        boolean[] fenced = new boolean[1];
        Idb.Request<JSObject> stored = transaction.objectStore(FENCE).get(EPOCH);
        stored.onSuccess(event -> {
            fenced[0] = epochIn(stored.getResult()) != epoch;
            if (fenced[0]) {
                transaction.abort();
            }
        });
        // The writes need not wait for that answer: it comes before theirs, and an abort undoes them.
        try {
            writes.forEach((table, rows) -> write(transaction.objectStore(table.stored()), rows));
        } catch (RuntimeException thrown) {
            transaction.abort();
            throw IdbCalls.failure(thrown, closed);
        }
        try {
            IdbCalls.await(transaction, () -> closed);
        } catch (StoreException failure) {
            throw fenced[0] ? new StoreException.Fenced() : failure;
        }
    }

    @Override
    public void close() {
        closed = true;
        database.close();
    }

    private static void write(Idb.ObjectStore store, Map<String, Optional<DiskRow>> rows) {
        rows.forEach((key, row) -> {
            if (row.isPresent()) {
                store.put(StoredRow.of(row.get()), key);
            } else {
                store.remove(key);
            }
        });
    }

    private Idb.Transaction transaction(List<String> stores, String mode) {
        JSArray<JSString> names = new JSArray<>();
        stores.forEach(name -> names.push(JSString.valueOf(name)));
        try {
            return database.transaction(names, mode, Idb.strictly());
        } catch (RuntimeException thrown) {
            throw IdbCalls.failure(thrown, closed);
        }
    }

    @JSBody(params = "stored", script = "return typeof stored === 'number' ? stored : 0;")
    private static native double epochIn(JSObject stored);

    @JSBody(params = "epoch", script = "return epoch;")
    private static native JSObject epochValue(double epoch);

    @JSBody(params = "value", script = "return value !== undefined;")
    private static native boolean isPresent(JSObject value);
}
