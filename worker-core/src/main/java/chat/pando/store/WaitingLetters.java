package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The letters that wait for an Olm session, by the Curve25519 key of their device, each device's oldest first. */
public final class WaitingLetters {

    /** How many wait for one device at most: beyond, the oldest gives way. */
    public static final int MOST = 32;

    private static final int DIGITS = 12;
    private static final int FEW = 4;

    /** All keys that begin with a device's key in base64. */
    private static final KeyRange ALL = new KeyRange("+", "{");

    private final RowReader reader;

    public WaitingLetters(RowReader reader) {
        this.reader = reader;
    }

    public void add(Draft draft, WaitingLetter letter) {
        List<Row> waiting = rows(draft, letter.to());
        waiting.stream().limit(Math.max(0, waiting.size() - MOST + 1)).forEach(row -> delete(draft, row));
        long number = waiting.isEmpty() ? 0 : numberOf(waiting.get(waiting.size() - 1)) + 1;
        String digits = Long.toString(number);
        JsonObject body = JsonObject.builder()
                .put("type", letter.type())
                .put("content", letter.content())
                .put("until", letter.until())
                .build();
        String key = RowKey.of(letter.to().base64(), "0".repeat(Math.max(0, DIGITS - digits.length())) + digits);
        draft.put(Table.LETTERS, new Row(key, body.text()));
    }

    /** Takes out all that wait for these devices, each device's oldest first; who has none is not in it. */
    public Map<Curve25519PublicKey, List<WaitingLetter>> take(Draft draft, Set<Curve25519PublicKey> devices) {
        List<Row> rows = rows(draft, devices);
        rows.forEach(row -> delete(draft, row));
        return reader.readAll(Table.LETTERS, rows, WaitingLetters::decode).values().stream()
                .collect(Collectors.groupingBy(WaitingLetter::to));
    }

    /** Of a few devices each one's are looked up; of many at once all that there are: that is one transaction. */
    private static List<Row> rows(Reads reads, Set<Curve25519PublicKey> devices) {
        List<Row> rows = new ArrayList<>();
        if (devices.size() <= FEW) {
            devices.forEach(device -> rows.addAll(rows(reads, device)));
            return rows;
        }
        Set<String> names = devices.stream().map(Curve25519PublicKey::base64).collect(Collectors.toSet());
        for (Row row : reads.scan(Table.LETTERS, ALL)) {
            if (names.contains(RowKey.parts(row.key()).get(0))) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Drops those that are worth nothing any more. */
    public void dropOld(Draft draft, long now) {
        List<Row> all = new ArrayList<>(draft.scan(Table.LETTERS, ALL));
        for (Row row : all) {
            boolean good = reader.read(Table.LETTERS, Optional.of(row), WaitingLetters::decode)
                    .filter(letter -> letter.until() > now)
                    .isPresent();
            if (!good) {
                delete(draft, row);
            }
        }
    }

    private static List<Row> rows(Reads reads, Curve25519PublicKey to) {
        return List.copyOf(reads.scan(Table.LETTERS, RowKey.under(to.base64())));
    }

    private static void delete(Draft draft, Row row) {
        draft.delete(Table.LETTERS, row.key());
    }

    private static long numberOf(Row row) {
        return Long.parseLong(RowKey.parts(row.key()).get(1));
    }

    private static WaitingLetter decode(JsonObject body, Row row) throws CryptoException {
        return new WaitingLetter(
                Curve25519PublicKey.fromBase64(RowKey.parts(row.key()).get(0)),
                body.requireString("type"),
                body.requireObject("content"),
                body.requireInteger("until"));
    }
}
