package chat.pando.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.host.Log;
import chat.pando.jvm.NanoJson;
import chat.pando.store.CommandRow;
import chat.pando.store.CommandsTable;
import chat.pando.store.Draft;
import chat.pando.store.MemoryStore;
import chat.pando.store.Tables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ids of requests are kept as long as one may be repeated, and no longer. */
class RememberedCommandsTest {

    private static final long HOUR = 3_600_000;
    private static final long NOW = 1_700_000_000_000L;
    private static final Log SILENT = new Log() {
        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}
    };

    private final MemoryStore store = new MemoryStore();
    private final CommandsTable commands = Tables.of(new NanoJson(), SILENT).commands();

    private void remember(String id, long at) {
        Draft draft = store.draft();
        commands.put(draft, new CommandRow(id, at, Optional.empty()));
        store.commit(draft.changes());
    }

    @Test
    void requestIdsArePruned() {
        for (int hour = 0; hour < 100; hour++) {
            remember("call-" + hour, NOW - hour * HOUR);
        }
        Draft draft = store.draft();
        RememberedCommands.prune(commands, NOW, draft);
        store.commit(draft.changes());
        List<Long> ages = commands.all(store).stream().map(row -> (NOW - row.at()) / HOUR).sorted().toList();
        assertEquals(25, ages.size());
        assertEquals(24, ages.get(24));
    }
}
