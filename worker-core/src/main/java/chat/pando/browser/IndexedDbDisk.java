package chat.pando.browser;

import chat.pando.store.Direction;
import chat.pando.store.Disk;
import chat.pando.store.DiskRow;
import chat.pando.store.KeyRange;
import chat.pando.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * One IndexedDB database, open for one writer.
 *
 * <p>Each table is an object store with string keys outside of its values. A further one holds the epoch, which every
 * readwrite transaction reads first. One call is one transaction, however many rows it reads or writes: transactions,
 * not rows, are what IndexedDB is slow at.
 */
final class IndexedDbDisk implements Disk {

    private final IdbConnection connection;
    private final KeyStorage keys;

    IndexedDbDisk(IdbConnection connection, KeyStorage keys) {
        this.connection = connection;
        this.keys = keys;
    }

    @Override
    public long epoch() {
        return connection.epoch();
    }

    @Override
    public Map<String, DiskRow> get(Table table, Set<String> rowKeys) {
        if (rowKeys.isEmpty()) {
            return Map.of();
        }
        Idb.ObjectStore store = connection.read(List.of(table.stored())).objectStore(table.stored());
        List<String> asked = new ArrayList<>(rowKeys);
        List<Idb.Request<JSObject>> requests = new ArrayList<>(asked.size());
        for (String key : asked) {
            requests.add(store.get(key));
        }
        // A transaction answers in order, and one failure fails all that follow.
        IdbCalls.await(requests.get(requests.size() - 1), connection::isClosed);
        StoredRows read = new StoredRows();
        for (int i = 0; i < asked.size(); i++) {
            JSObject value = requests.get(i).getResult();
            if (isPresent(value)) {
                read.add(asked.get(i), value);
            }
        }
        Map<String, DiskRow> found = new LinkedHashMap<>();
        read.toDiskRows(keys).forEach(row -> found.put(row.key(), row));
        return found;
    }

    @Override
    public List<DiskRow> scan(Table table, KeyRange range, Direction direction, int limit) {
        if (limit <= 0 || range.from().compareTo(range.to()) >= 0) {
            return List.of();
        }
        Idb.ObjectStore store = connection.read(List.of(table.stored())).objectStore(table.stored());
        JSObject bounds = Idb.range(range.from(), range.to());
        return IndexedDbScan.rows(store, bounds, direction, limit, connection::isClosed).toDiskRows(keys);
    }

    @Override
    public void commit(Map<Table, Map<String, Optional<DiskRow>>> writes) {
        List<String> stores = new ArrayList<>();
        stores.add(IdbOpening.FENCE);
        writes.keySet().forEach(table -> stores.add(table.stored()));
        IdbConnection.Fenced transaction = connection.write(stores);
        // The writes need not wait for the fence: its answer comes before theirs, and an abort undoes them.
        try {
            writes.forEach((table, rows) -> write(transaction.table(table.stored()), rows));
        } catch (RuntimeException thrown) {
            transaction.abort();
            throw IdbCalls.failure(thrown, connection.isClosed());
        }
        transaction.await();
    }

    @Override
    public void close() {
        connection.close();
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

    @JSBody(params = "value", script = "return value !== undefined;")
    private static native boolean isPresent(JSObject value);
}
