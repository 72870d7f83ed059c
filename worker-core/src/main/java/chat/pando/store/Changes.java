package chat.pando.store;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one job changes: per table and key, the new row or its removal.
 *
 * <p>A job ends in one such value, which is written in one transaction; only then does anything leave the core (law 2).
 */
public record Changes(Map<Table, Map<String, Optional<Row>>> writes) {

    public static final Changes NONE = new Changes(Map.of());

    public Changes {
        Map<Table, Map<String, Optional<Row>>> copy = new EnumMap<>(Table.class);
        writes.forEach((table, rows) -> {
            if (!rows.isEmpty()) {
                copy.put(table, new LinkedHashMap<>(rows));
            }
        });
        writes = copy;
    }

    public boolean isEmpty() {
        return writes.isEmpty();
    }

    @Override
    public String toString() {
        return "Changes" + writes.keySet(); // of tables: keys of rows can be names
    }
}
