package chat.pando.browser;

import chat.pando.host.KeyHandle;
import chat.pando.store.DiskRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;

/**
 * Values that were read from IndexedDB, on their way to be rows: their wrapped keys are opened all at once, after the
 * transaction has ended, for it would not outlive that.
 */
final class StoredRows {

    private final List<String> keys = new ArrayList<>();
    private final List<JSObject> values = new ArrayList<>();

    void add(String key, JSObject value) {
        keys.add(key);
        values.add(value);
    }

    int size() {
        return keys.size();
    }

    void reverse() {
        Collections.reverse(keys);
        Collections.reverse(values);
    }

    /** The rows, in the order of their values. Of a value that is none it has an empty body, which opens as nothing. */
    List<DiskRow> toDiskRows(KeyStorage storage) {
        Unwrapped unwrapped = new Unwrapped(storage);
        List<DiskRow> rows = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            Optional<DiskRow> row = StoredRow.isRow(values.get(i))
                    ? toDiskRow(key, (StoredRow) values.get(i), unwrapped)
                    : Optional.empty();
            rows.add(row.orElseGet(() -> new DiskRow(key, new byte[0], List.of())));
        }
        return rows;
    }

    private static Optional<DiskRow> toDiskRow(String key, StoredRow stored, Unwrapped unwrapped) {
        JSArrayReader<StoredKey> storedKeys = stored.getKeys();
        List<KeyHandle> handles = new ArrayList<>(storedKeys.getLength());
        boolean whole = true;
        for (int i = 0; i < storedKeys.getLength(); i++) {
            StoredKey storedKey = storedKeys.get(i);
            CryptoKey opened = StoredKey.isWrapped(storedKey) ? unwrapped.next() : null;
            whole &= opened != null || !StoredKey.isWrapped(storedKey);
            handles.add(StoredKey.toHandle(storedKey, opened));
        }
        return whole
                ? Optional.of(new DiskRow(key, Bytes.fromBrowser(stored.getBody()), handles))
                : Optional.empty();
    }

    /** The wrapped keys of all rows, opened, in their order. */
    private final class Unwrapped {

        private final JSArrayReader<CryptoKey> opened;
        private int used;

        Unwrapped(KeyStorage storage) {
            JSArray<JSObject> wrapped = new JSArray<>();
            for (JSObject value : values) {
                if (StoredRow.isRow(value)) {
                    collect((StoredRow) value, wrapped);
                }
            }
            boolean none = wrapped.getLength() == 0 || storage.unwrapping().isEmpty();
            opened = none
                    ? new JSArray<>()
                    : KeyWrapping.unwrapAll(storage.unwrapping().get(), wrapped).await();
        }

        private static void collect(StoredRow row, JSArray<JSObject> wrapped) {
            JSArrayReader<StoredKey> keys = row.getKeys();
            for (int i = 0; i < keys.getLength(); i++) {
                if (StoredKey.isWrapped(keys.get(i))) {
                    wrapped.push(StoredKey.toUnwrap(keys.get(i)));
                }
            }
        }

        /** Null stands for one that does not open. */
        CryptoKey next() {
            int index = used++;
            return index < opened.getLength() ? opened.get(index) : null;
        }
    }
}
