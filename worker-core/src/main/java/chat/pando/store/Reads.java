package chat.pando.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be read: a store as it is, or a {@link Draft} with what a job is about to change. */
public interface Reads {

    Optional<Row> get(Table table, String key);

    /** The rows that exist among these keys, in one transaction: batches read ahead with this. */
    Map<String, Row> get(Table table, Set<String> keys);

    /** At most {@code limit} rows of a range, in order. */
    List<Row> scan(Table table, KeyRange range, Direction direction, int limit);

    default List<Row> scan(Table table, KeyRange range) {
        return scan(table, range, Direction.ASCENDING, Integer.MAX_VALUE);
    }
}
