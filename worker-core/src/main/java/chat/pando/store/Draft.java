package chat.pando.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A job's view of the store: it reads what is stored and what the job itself has changed so far, and collects the
 * {@link Changes}.
 */
public final class Draft implements Reads {

    private final Reads base;
    private final Map<Table, TreeMap<String, Optional<Row>>> writes = new EnumMap<>(Table.class);

    public Draft(Reads base) {
        this.base = base;
    }

    public void put(Table table, Row row) {
        written(table).put(row.key(), Optional.of(row));
    }

    public void delete(Table table, String key) {
        written(table).put(key, Optional.empty());
    }

    public Changes changes() {
        Map<Table, Map<String, Optional<Row>>> copy = new EnumMap<>(Table.class);
        copy.putAll(writes);
        return new Changes(copy);
    }

    @Override
    public Optional<Row> get(Table table, String key) {
        Optional<Row> own = written(table).get(key);
        return own != null ? own : base.get(table, key);
    }

    @Override
    public Map<String, Row> get(Table table, Set<String> keys) {
        Map<String, Row> found = new LinkedHashMap<>();
        Set<String> unwritten = new LinkedHashSet<>(keys);
        for (String key : keys) {
            Optional<Row> own = written(table).get(key);
            if (own != null) {
                unwritten.remove(key);
                own.ifPresent(row -> found.put(key, row));
            }
        }
        if (!unwritten.isEmpty()) {
            found.putAll(base.get(table, unwritten));
        }
        return found;
    }

    @Override
    public List<Row> scan(Table table, KeyRange range, Direction direction, int limit) {
        TreeMap<String, Optional<Row>> own = written(table);
        Map<String, Optional<Row>> inRange = own.subMap(range.from(), true, range.to(), false);
        // Each removal may hide one stored row, so as many more are read.
        int wanted = limit > Integer.MAX_VALUE - inRange.size() ? Integer.MAX_VALUE : limit + inRange.size();
        TreeMap<String, Row> merged = new TreeMap<>();
        base.scan(table, range, direction, wanted).forEach(row -> merged.put(row.key(), row));
        inRange.forEach((key, row) -> row.ifPresentOrElse(r -> merged.put(key, r), () -> merged.remove(key)));
        List<Row> rows = new ArrayList<>(direction == Direction.ASCENDING
                ? merged.values()
                : merged.descendingMap().values());
        return rows.size() > limit ? List.copyOf(rows.subList(0, limit)) : rows;
    }

    private TreeMap<String, Optional<Row>> written(Table table) {
        return writes.computeIfAbsent(table, t -> new TreeMap<>());
    }
}
