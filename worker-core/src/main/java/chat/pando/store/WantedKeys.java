package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The room keys that are missing, by room, session and owner. Those that aren't asked for any more stand apart, so that
 * to see what is due only the others are read.
 */
public final class WantedKeys {

    /** In front of the key of what is over; a room's id begins with {@code !}. */
    private static final String OVER = "~";

    private final RowReader reader;

    public WantedKeys(RowReader reader) {
        this.reader = reader;
    }

    public Optional<WantedKey> get(Reads reads, InboundGroupSessions.Key key) {
        Optional<Row> row = reads.get(Table.WANTED_KEYS, key.text())
                .or(() -> reads.get(Table.WANTED_KEYS, OVER + key.text()));
        return reader.read(Table.WANTED_KEYS, row, WantedKeys::decode);
    }

    /** Those that are asked for. */
    public List<WantedKey> open(Reads reads) {
        List<Row> rows = reads.scan(Table.WANTED_KEYS, KeyRange.startingWith("!"));
        return List.copyOf(reader.readAll(Table.WANTED_KEYS, rows, WantedKeys::decode).values());
    }

    /** Forgets some of those that aren't asked for any more and were last of interest before that time. */
    public void forgetOver(Draft draft, long before, int atOnce) {
        List<Row> rows = List.copyOf(
                draft.scan(Table.WANTED_KEYS, KeyRange.startingWith(OVER), Direction.ASCENDING, atOnce));
        reader.readAll(Table.WANTED_KEYS, rows, WantedKeys::decode).forEach((key, wanted) -> {
            if (wanted.next() < before) {
                draft.delete(Table.WANTED_KEYS, key);
            }
        });
    }

    public void put(Draft draft, WantedKey wanted) {
        JsonObject.Builder body = JsonObject.builder()
                .put("request", wanted.request())
                .put("attempts", wanted.attempts())
                .put("next", wanted.next())
                .put("over", wanted.over());
        wanted.device().ifPresent(device -> body.put("device", device.value()));
        String key = (wanted.over() ? OVER : "") + wanted.key().text();
        if (wanted.over()) {
            draft.delete(Table.WANTED_KEYS, wanted.key().text());
        }
        draft.put(Table.WANTED_KEYS, new Row(key, body.build().text()));
    }

    public void delete(Draft draft, InboundGroupSessions.Key key) {
        draft.delete(Table.WANTED_KEYS, key.text());
        draft.delete(Table.WANTED_KEYS, OVER + key.text());
    }

    private static WantedKey decode(JsonObject body, Row row) {
        String text = row.key().startsWith(OVER) ? row.key().substring(OVER.length()) : row.key();
        List<String> key = RowKey.parts(text);
        return new WantedKey(
                new InboundGroupSessions.Key(new RoomId(key.get(0)), key.get(1), new UserId(key.get(2))),
                body.string("device").flatMap(DeviceId::parse),
                body.requireString("request"),
                (int) body.requireInteger("attempts"),
                body.requireInteger("next"),
                body.requireBool("over"));
    }
}
