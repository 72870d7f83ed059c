package chat.pando.relay;

import chat.pando.relay.db.DatabaseAddress;
import chat.pando.relay.ids.RandomText;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL server of our own, whose data lies in a directory and outlives us.
 *
 * <p>It listens on this machine only and, since other people may work on it too, asks for a password that only those
 * who can read the directory know.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final String ACCESS = "local all all scram-sha-256\n"
            + "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final DataDirectory directory;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres postgres, String password) {
        this.directory = directory;
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedDatabase start(Path path) {
        DataDirectory directory = DataDirectory.claim(path);
        try {
            String password = directory.secret("database-password", () -> RandomText.urlSafe(24));
            Path data = directory.path().resolve("postgres");
            OrphanedPostgres.stop(data);
            EmbeddedPostgres postgres = builder(data, password).start();
            EmbeddedDatabase database = new EmbeddedDatabase(directory, postgres, password);
            database.requirePassword(data);
            return database;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            directory.close();
            throw e instanceof StartFailure failure ? failure
                    : new StartFailure("PostgreSQL could not start in " + directory.path() + ".", e);
        }
    }

    DatabaseAddress address() {
        return new DatabaseAddress("jdbc:postgresql://localhost:" + postgres.getPort()
                + "/postgres?user=postgres&password=" + password);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not be stopped.", e);
        } finally {
            directory.close();
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, String password) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WITHIN)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library is made for tests and turns these off; here data has to survive a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100");
    }

    /** Begins to ask for the password, the first time. */
    private void requirePassword(Path data) throws IOException, SQLException {
        Path access = data.resolve("pg_hba.conf");
        if (Files.readString(access).equals(ACCESS)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
             Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(access, ACCESS);
            statement.execute("select pg_reload_conf()");
        }
    }
}
