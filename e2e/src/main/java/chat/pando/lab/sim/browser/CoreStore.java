package chat.pando.lab.sim.browser;

import chat.pando.lab.sim.Laws;
import chat.pando.store.Changes;
import chat.pando.store.Direction;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Store;
import chat.pando.store.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store that takes time, so that others can come in between, and in whose calls the core can die. */
final class CoreStore implements Store {

    private static final int READ_MILLIS = 1;
    private static final int WRITE_MILLIS = 3;

    private final Store store;
    private final CoreTime time;
    private final Writers writers;

    CoreStore(Store store, CoreTime time, Writers writers) {
        this.store = store;
        this.time = time;
        this.writers = writers;
    }

    /** The epochs of those who have written one database, in order. */
    static final class Writers {

        private final Laws laws;
        private final Set<String> wedged = new HashSet<>();
        private long latest;

        Writers(Laws laws) {
            this.laws = laws;
        }

        void wrote(long epoch, Changes changes) {
            if (epoch < latest) {
                laws.broken(Laws.Law.TWO_WRITERS, "an overtaken core has written");
            }
            latest = Math.max(latest, epoch);
            changes.writes().getOrDefault(Table.OLM_TROUBLES, Map.of()).forEach((device, row) -> {
                if (row.filter(Writers::wedged).isPresent() && wedged.add(device)) {
                    laws.broken(Laws.Law.SESSION_WEDGED, "a message could not be decrypted");
                }
            });
        }

        private static boolean wedged(Row row) {
            return row.body().contains("\"wedged\":true");
        }
    }

    /** What is stored, read without the core's knowing. */
    Store stored() {
        return store;
    }

    @Override
    public long epoch() {
        return store.epoch();
    }

    @Override
    public Optional<Row> get(Table table, String key) {
        time.nap(READ_MILLIS);
        return store.get(table, key);
    }

    @Override
    public Map<String, Row> get(Table table, Set<String> keys) {
        time.nap(READ_MILLIS);
        return store.get(table, keys);
    }

    @Override
    public List<Row> scan(Table table, KeyRange range, Direction direction, int limit) {
        time.nap(READ_MILLIS);
        return store.scan(table, range, direction, limit);
    }

    /** The core may die before, or when all is written and it hasn't learnt of that. */
    @Override
    public void commit(Changes changes) {
        time.nap(WRITE_MILLIS);
        store.commit(changes);
        writers.wrote(store.epoch(), changes);
        time.nap(WRITE_MILLIS);
    }

    @Override
    public void close() {
        time.nap(READ_MILLIS);
        store.close();
    }
}
