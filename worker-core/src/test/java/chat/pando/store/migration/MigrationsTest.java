package chat.pando.store.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.store.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void theLatestSchemaHasTheTablesThatTheCoreUses() {
        Tables tables = new Tables();
        Migrations.current().migrate(0, tables);
        Set<String> used = Arrays.stream(Table.values()).map(Table::stored).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(used), tables.names);
    }

    @Test
    void theLatestSchemaNeedsNoMigration() {
        Tables tables = new Tables();
        Migrations.current().migrate(Migrations.current().latest(), tables);
        assertTrue(tables.names.isEmpty());
    }

    /** The names of the tables that there are. */
    private static final class Tables implements Schema {

        private final TreeSet<String> names = new TreeSet<>();

        @Override
        public void createTable(String name) {
            assertTrue(names.add(name), name + " is there already");
        }

        @Override
        public void deleteTable(String name) {
            assertTrue(names.remove(name), name + " is not there");
        }
    }
}
