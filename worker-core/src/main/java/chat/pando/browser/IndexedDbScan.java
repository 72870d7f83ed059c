package chat.pando.browser;

import chat.pando.store.Direction;
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

    static StoredRows rows(
            Idb.ObjectStore store, JSObject range, Direction direction, int limit, BooleanSupplier closed) {
        boolean descending = direction == Direction.DESCENDING;
        if (hasGetAllRecords(store)) {
            return records(store, range, descending, limit, closed);
        }
        if (!descending || limit == Integer.MAX_VALUE) {
            StoredRows rows = keysAndValues(store, range, limit, closed);
            if (descending) {
                rows.reverse();
            }
            return rows;
        }
        return byCursor(store, range, limit, closed);
    }

    /** The newest way: keys and values in one request, in either direction. */
    private static StoredRows records(
            Idb.ObjectStore store, JSObject range, boolean descending, int limit, BooleanSupplier closed) {
        JSArrayReader<Record> records =
                IdbCalls.await(getAllRecords(store, range, descending ? "prev" : "next", limit), closed);
        StoredRows rows = new StoredRows();
        for (int i = 0; i < records.getLength(); i++) {
            rows.add(records.get(i).getKey(), records.get(i).getValue());
        }
        return rows;
    }

    private static StoredRows keysAndValues(
            Idb.ObjectStore store, JSObject range, int limit, BooleanSupplier closed) {
        Idb.Request<JSArrayReader<JSString>> keyRequest = store.getAllKeys(range, limit);
        Idb.Request<JSArrayReader<JSObject>> valueRequest = store.getAll(range, limit);
        JSArrayReader<JSObject> values = IdbCalls.await(valueRequest, closed);
        JSArrayReader<JSString> keys = keyRequest.getResult();
        StoredRows rows = new StoredRows();
        for (int i = 0; i < values.getLength(); i++) {
            rows.add(keys.get(i).stringValue(), values.get(i));
        }
        return rows;
    }

    /** Only {@code getAllRecords} reads the end of a range at once; without it a cursor walks back. */
    private static StoredRows byCursor(Idb.ObjectStore store, JSObject range, int limit, BooleanSupplier closed) {
        StoredRows rows = new StoredRows();
        Idb.Request<Idb.Cursor> request = store.openCursor(range, "prev");
        new JSPromise<JSUndefined>((resolve, reject) -> {
            request.onSuccess(event -> {
                Idb.Cursor cursor = request.getResult();
                if (cursor == null || rows.size() == limit) {
                    resolve.accept(JSUndefined.instance());
                    return;
                }
                rows.add(cursor.getKey(), cursor.getValue());
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
