package chat.pando.store;

import chat.pando.host.KeyHandle;
import java.util.List;
import java.util.Objects;

/**
 * A row as it lies on the disk.
 *
 * @param key  as in {@link Row}
 * @param body bytes whose meaning the disk does not know; not to be changed
 * @param keys as in {@link Row}
 */
public record DiskRow(String key, byte[] body, List<KeyHandle> keys) {

    public DiskRow {
        Objects.requireNonNull(key);
        Objects.requireNonNull(body);
        keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
        return "DiskRow[" + body.length + " bytes, " + keys.size() + " keys]";
    }
}
