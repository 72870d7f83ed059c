package chat.pando.lab.channel;

import chat.pando.store.Changes;
import chat.pando.store.Direction;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Store;
import chat.pando.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A store as a core has it while it lives; the lab hears of each commit before the core does. */
final class MortalStore implements Store {

    private final Mortal<Store> store;
    private final Consumer<Changes> onCommit;

    MortalStore(Mortal<Store> store, Consumer<Changes> onCommit) {
        this.store = store;
        this.onCommit = onCommit;
    }

    @Override
    public long epoch() {
        return store.living().epoch();
    }

    @Override
    public Optional<Row> get(Table table, String key) {
        return store.living().get(table, key);
    }

    @Override
    public Map<String, Row> get(Table table, Set<String> keys) {
        return store.living().get(table, keys);
    }

    @Override
    public List<Row> scan(Table table, KeyRange range, Direction direction, int limit) {
        return store.living().scan(table, range, direction, limit);
    }

    /** The core may die before, or when all is written and it hasn't learnt of that. */
    @Override
    public void commit(Changes changes) {
        store.living().commit(changes);
        onCommit.accept(changes);
        store.living();
    }

    @Override
    public void close() {
        store.disk().close();
    }
}
