package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The parts of long letters that have come, by the device that has sent them: at most one letter of each. */
public final class LetterParts {

    /** Sorts before every key in base64. */
    private static final String PARTS = "!";

    private final RowReader reader;

    public LetterParts(RowReader reader) {
        this.reader = reader;
    }

    /** Adds a part; all parts, where none is missing any more, in order. What there is of another letter is dropped. */
    public Optional<List<LetterPart>> add(Draft draft, Curve25519PublicKey from, LetterPart part, long now) {
        TreeMap<Integer, LetterPart> parts = new TreeMap<>();
        List<Row> rows = List.copyOf(draft.scan(Table.LETTERS, RowKey.under(PARTS + from.base64())));
        reader.readAll(Table.LETTERS, rows, LetterParts::decode).values().forEach(row -> parts.put(row.index(), row));
        boolean other = parts.values().stream().anyMatch(known -> !isOfSame(known, part));
        if (other) {
            parts.clear();
            rows.forEach(row -> draft.delete(Table.LETTERS, row.key()));
        }
        parts.put(part.index(), part);
        if (parts.size() == part.count()) {
            rows.forEach(row -> draft.delete(Table.LETTERS, row.key()));
            return Optional.of(List.copyOf(parts.values()));
        }
        put(draft, from, part, now);
        return Optional.empty();
    }

    /** Drops those that have come before that time: the rest will not come any more. */
    public void dropBefore(Draft draft, long time) {
        for (Row row : List.copyOf(draft.scan(Table.LETTERS, KeyRange.startingWith(PARTS)))) {
            boolean fresh = reader.read(
                            Table.LETTERS, Optional.of(row), (body, whole) -> body.requireInteger("at"))
                    .filter(at -> at >= time)
                    .isPresent();
            if (!fresh) {
                draft.delete(Table.LETTERS, row.key());
            }
        }
    }

    private static boolean isOfSame(LetterPart one, LetterPart other) {
        return one.letter().equals(other.letter())
                && one.type().equals(other.type())
                && one.count() == other.count();
    }

    private static void put(Draft draft, Curve25519PublicKey from, LetterPart part, long now) {
        JsonObject body = JsonObject.builder()
                .put("letter", part.letter())
                .put("type", part.type())
                .put("index", part.index())
                .put("count", part.count())
                .put("text", part.text())
                .put("at", now)
                .build();
        String key = RowKey.of(PARTS + from.base64(), Integer.toString(part.index()));
        draft.put(Table.LETTERS, new Row(key, body.text()));
    }

    private static LetterPart decode(JsonObject body, Row row) {
        return new LetterPart(
                body.requireString("letter"),
                body.requireString("type"),
                (int) body.requireInteger("index"),
                (int) body.requireInteger("count"),
                body.requireString("text"));
    }
}
