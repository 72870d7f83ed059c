package chat.pando.relay.log;

import chat.pando.relay.db.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance's reading end of the log: it LISTENs, reads on from its position at each notification, and wakes those
 * who wait.
 *
 * <p>It has a connection of its own. When that is lost it connects again and reads on from its position, so what was
 * written meanwhile, here or by another instance, is not missed. It also looks without being notified now and then.
 */
public final class LogTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final int LOOK_EVERY_MILLIS = 15_000;
    private static final int RETRY_MILLIS = 250;

    private final DatabaseAddress address;
    private final Wakeups wakeups;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile Connection connection;
    private long position = -1;

    public LogTail(DatabaseAddress address, Wakeups wakeups) {
        this.address = address;
        this.wakeups = wakeups;
        this.thread = new Thread(this::run, "log-tail");
        this.thread.setDaemon(true);
    }

    /** Starts the thread and returns once it listens. */
    public void start() {
        thread.start();
        try {
            if (!listening.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the database does not answer LISTEN");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    private void run() {
        while (closed.getCount() > 0) {
            try (Connection current = DriverManager.getConnection(address.jdbcUrl(), connectionProperties())) {
                connection = current;
                listen(current);
            } catch (SQLException e) {
                pauseAfter(e);
            }
        }
    }

    /** A network that swallows everything must not look like a quiet database. */
    private static Properties connectionProperties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "pando log tail");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", Integer.toString(2 * LOOK_EVERY_MILLIS / 1000));
        return properties;
    }

    private void listen(Connection current) throws SQLException {
        try (Statement statement = current.createStatement()) {
            statement.execute("listen " + Log.CHANNEL);
        }
        PGConnection notified = current.unwrap(PGConnection.class);
        while (closed.getCount() > 0) {
            readOn(current);
            listening.countDown();
            notified.getNotifications(LOOK_EVERY_MILLIS);
        }
    }

    private void readOn(Connection current) throws SQLException {
        if (position < 0) {
            position = end(current);
            wakeups.wakeAll();
            return;
        }
        Set<String> topics = new HashSet<>();
        try (PreparedStatement query =
                     current.prepareStatement("select position, topic from log where position > ? order by position")) {
            query.setLong(1, position);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    position = rows.getLong(1);
                    topics.add(rows.getString(2));
                }
            }
        }
        wakeups.wake(topics);
    }

    private static long end(Connection current) throws SQLException {
        try (Statement statement = current.createStatement();
             ResultSet row = statement.executeQuery("select coalesce(max(position), 0) from log")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void pauseAfter(SQLException lost) {
        if (closed.getCount() == 0) {
            return;
        }
        LOG.warn("Lost the connection that listens to the log (SQL state {}), connecting again", lost.getSQLState());
        try {
            closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Connection current = connection;
        if (current == null) {
            return;
        }
        try {
            current.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("Could not close the connection that listens to the log (SQL state {})", e.getSQLState());
        }
    }
}
