package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One table as values of one type: its keys and how a value is written.
 *
 * <p>A row that can't be read is passed over with a warning, as if it were not there (law 11).
 *
 * @param <T> what a row says
 */
public abstract class TypedTable<T> {

    /** Between the parts of a key; no identifier contains it. */
    protected static final String SEPARATOR = RowKey.SEPARATOR;

    private final Table table;
    private final RowReader reader;

    protected TypedTable(Table table, Json json, Log log) {
        this.table = table;
        this.reader = new RowReader(json, log);
    }

    protected abstract String keyOf(T value);

    protected abstract JsonObject encode(T value);

    /**
     * Reads a row's body.
     *
     * @throws JsonShapeException       where a member is missing
     * @throws IllegalArgumentException where a member is malformed
     */
    protected abstract T decode(JsonObject body);

    public final Table table() {
        return table;
    }

    public final void put(Draft draft, T value) {
        draft.put(table, new Row(keyOf(value), encode(value).text()));
    }

    public final void delete(Draft draft, T value) {
        draft.delete(table, keyOf(value));
    }

    public final Optional<T> read(Row row) {
        return reader.read(table, Optional.of(row), (body, whole) -> decode(body));
    }

    protected final Optional<T> get(Reads reads, String key) {
        return reads.get(table, key).flatMap(this::read);
    }

    protected final Map<String, T> get(Reads reads, Iterable<String> keys) {
        Set<String> wanted = new LinkedHashSet<>();
        keys.forEach(wanted::add);
        Map<String, T> found = new LinkedHashMap<>();
        if (!wanted.isEmpty()) {
            reads.get(table, wanted).forEach((key, row) -> read(row).ifPresent(value -> found.put(key, value)));
        }
        return found;
    }

    protected final List<T> scan(Reads reads, KeyRange range, Direction direction, int limit) {
        List<T> values = new ArrayList<>();
        reads.scan(table, range, direction, limit).forEach(row -> read(row).ifPresent(values::add));
        return values;
    }

    protected final List<T> scan(Reads reads, KeyRange range) {
        return scan(reads, range, Direction.ASCENDING, Integer.MAX_VALUE);
    }
}
