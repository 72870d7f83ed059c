package chat.pando.store.migration;

import java.util.List;
import java.util.stream.Stream;

/** The migrations of a Pando, in order: the first leads from nothing to version 1. */
public final class Migrations {

    private static final Migrations CURRENT =
            new Migrations(List.of(new V1CreateTables(), new V2AddLetters(), new V3AddOrder()));

    private final List<Migration> all;

    private Migrations(List<Migration> all) {
        this.all = all;
    }

    /** Those of this Pando. */
    public static Migrations current() {
        return CURRENT;
    }

    /** These and one more, as a later Pando may have. */
    public Migrations and(Migration next) {
        return new Migrations(Stream.concat(all.stream(), Stream.of(next)).toList());
    }

    /** The version that is written with these. */
    public int latest() {
        return all.size();
    }

    /** Leads a database from the version it has (0 where it is new) to the latest. */
    public void migrate(int from, Schema schema) {
        all.subList(from, all.size()).forEach(migration -> migration.apply(schema));
    }
}
