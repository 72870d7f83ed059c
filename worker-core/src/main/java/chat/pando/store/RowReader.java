package chat.pando.store;

import chat.pando.host.CryptoException;
import chat.pando.host.Json;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Log;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows as what they describe. A damaged row counts as absent and is logged: what depends on it heals as if it had
 * never been there, and everything else goes on (law 11).
 */
public final class RowReader {

    private final Json json;
    private final Log log;

    public RowReader(Json json, Log log) {
        this.json = json;
        this.log = log;
    }

    /** What one table's rows describe. It may throw for a body that is none of its own. */
    interface Decoder<T> {

        T decode(JsonObject body, Row row) throws CryptoException;
    }

    <T> Optional<T> read(Table table, Optional<Row> row, Decoder<T> decoder) {
        return row.flatMap(present -> decode(table, present, decoder));
    }

    /** What the rows describe, by their keys. */
    <T> Map<String, T> readAll(Table table, Iterable<Row> rows, Decoder<T> decoder) {
        Map<String, T> values = new LinkedHashMap<>();
        rows.forEach(row -> decode(table, row, decoder).ifPresent(value -> values.put(row.key(), value)));
        return values;
    }

    private <T> Optional<T> decode(Table table, Row row, Decoder<T> decoder) {
        try {
            if (json.parse(row.body()) instanceof JsonObject body) {
                return Optional.of(decoder.decode(body, row));
            }
            log.warn("a row of " + table.stored() + " holds no JSON object");
        } catch (JsonSyntaxException | JsonShapeException | CryptoException | IllegalArgumentException damaged) {
            log.warn("a row of " + table.stored() + " is damaged: " + damaged.getClass().getSimpleName());
        }
        return Optional.empty();
    }
}
