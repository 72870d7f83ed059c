package chat.pando.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hashes of Olm messages that were processed, by week, so that old ones are dropped without reading them all.
 *
 * <p>A message that comes again is known for at least one week. By then the sync position that acknowledged it is long
 * on the server.
 */
public final class OlmHashes {

    private static final long WEEK = 7 * 24 * 3_600_000L;
    private static final int DROPPED_AT_ONCE = 500;
    private static final int DIGITS = 6;

    /** Those of the hashes that were processed before. */
    public Set<String> known(Reads reads, Collection<String> hashes, long now) {
        Set<String> keys = new TreeSet<>();
        for (String hash : hashes) {
            keys.add(key(hash, week(now)));
            keys.add(key(hash, week(now) - 1));
        }
        Set<String> known = new HashSet<>();
        reads.get(Table.OLM_HASHES, keys).keySet().forEach(key -> known.add(RowKey.parts(key).get(1)));
        return known;
    }

    public void put(Draft draft, String hash, long now) {
        draft.put(Table.OLM_HASHES, new Row(key(hash, week(now)), "{}"));
    }

    /** Drops some of those that are older than last week; again and again, it drops all. */
    public void dropOld(Draft draft, long now) {
        KeyRange old = new KeyRange("", padded(week(now) - 1));
        List<Row> rows = new ArrayList<>(draft.scan(Table.OLM_HASHES, old, Direction.ASCENDING, DROPPED_AT_ONCE));
        rows.forEach(row -> draft.delete(Table.OLM_HASHES, row.key()));
    }

    private static long week(long now) {
        return now / WEEK;
    }

    private static String key(String hash, long week) {
        return RowKey.of(padded(week), hash);
    }

    private static String padded(long week) {
        String digits = Long.toString(Math.max(0, week));
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
