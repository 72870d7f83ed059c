package chat.pando.browser;

import chat.pando.store.Direction;
import chat.pando.store.DiskRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.core.JSUndefined;

/** Reads a range of an object store, in as few requests as the browser allows. */
final class IndexedDbScan {

    private IndexedDbScan() {}

    static List<DiskRow> rows(
            Idb.ObjectStore store, JSObject range, Direction direction, int limit, BooleanSupplier closed) {
        boolean descending = direction == Direction.DESCENDING;
        if (hasGetAllRecords(store)) {
            return records(store, range, descending, limit, closed);
        }
        if (!descending || limit == Integer.MAX_VALUE) {
            List<DiskRow> rows = keysAndValues(store, range, limit, closed);
            if (descending) {
                Collections.reverse(rows);
            }
            return rows;
        }
        return byCursor(store, range, limit, closed);
    }

    /** The newest way: keys and values in one request, in either direction. */
    private static List<DiskRow> records(
            Idb.ObjectStore store, JSObject range, boolean descending, int limit, BooleanSupplier closed) {
        JSArrayReader<Record> records =
                IdbCalls.await(getAllRecords(store, range, descending ? "prev" : "next", limit), closed);
        List<DiskRow> rows = new ArrayList<>(records.getLength());
        for (int i = 0; i < records.getLength(); i++) {
            rows.add(StoredRow.toDiskRow(records.get(i).getKey(), records.get(i).getValue()));
        }
        return rows;
    }

    private static List<DiskRow> keysAndValues(
            Idb.ObjectStore store, JSObject range, int limit, BooleanSupplier closed) {
        Idb.Request<JSArrayReader<JSString>> keyRequest = store.getAllKeys(range, limit);
        Idb.Request<JSArrayReader<JSObject>> valueRequest = store.getAll(range, limit);
        JSArrayReader<JSObject> values = IdbCalls.await(valueRequest, closed);
        JSArrayReader<JSString> keys = keyRequest.getResult();
        List<DiskRow> rows = new ArrayList<>(values.getLength());
        for (int i = 0; i < values.getLength(); i++) {
            rows.add(StoredRow.toDiskRow(keys.get(i).stringValue(), values.get(i)));
        }
        return rows;
    }

    /** Only {@code getAllRecords} reads the end of a range at once; without it a cursor walks back. */
    private static List<DiskRow> byCursor(Idb.ObjectStore store, JSObject range, int limit, BooleanSupplier closed) {
        List<DiskRow> rows = new ArrayList<>();
        Idb.Request<Idb.Cursor> request = store.openCursor(range, "prev");
        new JSPromise<JSUndefined>((resolve, reject) -> {
            request.onSuccess(event -> {
                Idb.Cursor cursor = request.getResult();
                if (cursor == null || rows.size() == limit) {
                    resolve.accept(JSUndefined.instance());
                    return;
                }
                rows.add(StoredRow.toDiskRow(cursor.getKey(), cursor.getValue()));
                cursor.next();
            });
            request.onError(event -> resolve.accept(JSUndefined.instance()));
        }).await();
        IdbCalls.requireSuccess(request, closed);
        return rows;
    }

    @JSBody(params = "store", script = "return typeof store.getAllRecords === 'function';")
    private static native boolean hasGetAllRecords(JSObject store);

    @JSBody(
            params = {"store", "range", "direction", "limit"},
            script = "return store.getAllRecords({query: range, direction: direction, count: limit});")
    private static native Idb.Request<JSArrayReader<Record>> getAllRecords(
            JSObject store, JSObject range, String direction, int limit);

    /** A key and its value. */
    private interface Record extends JSObject {

        @JSProperty
        String getKey();

        @JSProperty
        JSObject getValue();
    }
}
