package chat.pando.store.migration;

import java.util.List;

/** All migrations, in order: the first leads from nothing to version 1. */
public final class Migrations {

    private static final List<Migration> ALL = List.of(new V1CreateTables());

    private Migrations() {}

    /** The version that this Pando writes. */
    public static int latest() {
        return ALL.size();
    }

    /** Leads a database from the version it has (0 where it is new) to the latest. */
    public static void migrate(int from, Schema schema) {
        ALL.subList(from, ALL.size()).forEach(migration -> migration.apply(schema));
    }
}
