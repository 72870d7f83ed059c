package chat.pando.store;

import chat.pando.host.KeyHandle;
import java.util.List;
import java.util.Objects;

/**
 * One row of a table.
 *
 * @param key  orders the table, by UTF-16 code unit (IndexedDB's order of strings)
 * @param body UTF-8 JSON of the table's own shape; sealed at rest
 * @param keys opaque private keys that belong to the row, stored as such
 */
public record Row(String key, String body, List<KeyHandle> keys) {

    public Row {
        Objects.requireNonNull(key);
        Objects.requireNonNull(body);
        keys = List.copyOf(keys);
    }

    public Row(String key, String body) {
        this(key, body, List.of());
    }

    @Override
    public String toString() {
        return "Row[" + body.length() + " characters, " + keys.size() + " keys]";
    }
}
