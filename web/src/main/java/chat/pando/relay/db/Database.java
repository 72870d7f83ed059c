package chat.pando.relay.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The relay's PostgreSQL database: migrated on opening, read in snapshots, written in transactions.
 *
 * <p>Readers and writers have a pool each, so that many syncs at once never keep a message from being sent.
 */
public final class Database implements AutoCloseable {

    private static final int ATTEMPTS = 4;

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;

    private Database(HikariDataSource writers, HikariDataSource readers) {
        this.writers = writers;
        this.readers = readers;
        this.writing = jdbi(writers);
        this.reading = jdbi(readers);
    }

    /** Connects, brings the schema up to date and opens the pools. */
    public static Database open(DatabaseAddress address) {
        HikariDataSource writers = new HikariDataSource(pool(address, "writers", 8));
        try {
            migrate(writers);
            HikariConfig readers = pool(address, "readers", 12);
            readers.setReadOnly(true);
            readers.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            return new Database(writers, new HikariDataSource(readers));
        } catch (RuntimeException e) {
            writers.close();
            throw e;
        }
    }

    /** Runs work that only reads, on one snapshot of the database. */
    public <T> T read(Work<T> work) {
        return reading.inTransaction(work::run);
    }

    /** Runs work in one transaction; a deadlock or serialization failure runs it again. */
    public <T> T write(Work<T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return writing.inTransaction(work::run);
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !SqlStates.isRetryable(e)) {
                    throw e;
                }
            }
        }
    }

    /** Runs work without a result in one transaction. */
    public void change(Change change) {
        write(handle -> {
            change.run(handle);
            return true;
        });
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static HikariConfig pool(DatabaseAddress address, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.jdbcUrl());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(1);
        config.addDataSourceProperty("ApplicationName", "pando");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return config;
    }

    private static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:chat/pando/relay/db").load().migrate();
    }

    private static Jdbi jdbi(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Long.class, "bigint");
        return jdbi;
    }

    /** What one transaction does and answers. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Handle handle);
    }

    /** What one transaction does. */
    @FunctionalInterface
    public interface Change {
        void run(Handle handle);
    }
}
