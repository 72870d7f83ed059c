package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which event has used which index of which Megolm session, so that a replay is refused, and the same event a second
 * time is not (F16).
 *
 * <p>A row holds sixteen neighbouring indices: a batch of a hundred messages then costs a few rows, and a single
 * message rewrites about a kilobyte.
 */
public final class MegolmIndices {

    private static final int ROW_BITS = 4;
    private static final int DIGITS = 8;

    private final RowReader reader;

    public MegolmIndices(RowReader reader) {
        this.reader = reader;
    }

    /** One index of one session. */
    public record Slot(InboundGroupSessions.Key session, long index) {

        String rowKey() {
            String chunk = Long.toHexString(index >> ROW_BITS);
            return RowKey.of(session.text(), "0".repeat(DIGITS - chunk.length()) + chunk);
        }

        String name() {
            return Long.toString(index);
        }
    }

    /** The event that used an index. */
    public record Use(EventId event, long timestamp) {}

    /** What is known of some slots; it takes up what becomes known, to be written at the end. */
    public final class Page {

        private final Map<String, JsonObject> rows;
        private final Set<String> written = new HashSet<>();

        private Page(Map<String, JsonObject> rows) {
            this.rows = rows;
        }

        public Optional<Use> get(Slot slot) {
            return rows.getOrDefault(slot.rowKey(), JsonObject.EMPTY).object(slot.name()).flatMap(MegolmIndices::use);
        }

        public void put(Slot slot, Use use) {
            JsonObject row = rows.getOrDefault(slot.rowKey(), JsonObject.EMPTY);
            JsonObject json = JsonObject.builder()
                    .put("event", use.event().value())
                    .put("ts", use.timestamp())
                    .build();
            rows.put(slot.rowKey(), row.toBuilder().put(slot.name(), json).build());
            written.add(slot.rowKey());
        }

        public void write(Draft draft) {
            written.forEach(key -> draft.put(Table.MEGOLM_INDICES, new Row(key, rows.get(key).text())));
        }
    }

    /** Reads what is known of these slots, at once. */
    public Page read(Reads reads, Set<Slot> slots) {
        Set<String> keys = new HashSet<>();
        slots.forEach(slot -> keys.add(slot.rowKey()));
        Map<String, JsonObject> rows = reader.readAll(
                Table.MEGOLM_INDICES, reads.get(Table.MEGOLM_INDICES, keys).values(), (body, row) -> body);
        return new Page(new HashMap<>(rows));
    }

    private static Optional<Use> use(JsonObject json) {
        return json.string("event")
                .flatMap(EventId::parse)
                .map(event -> new Use(event, json.integer("ts").orElse(0)));
    }
}
