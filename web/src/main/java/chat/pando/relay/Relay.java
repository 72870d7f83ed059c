package chat.pando.relay;

import chat.pando.relay.db.Database;
import chat.pando.relay.db.DatabaseAddress;
import chat.pando.relay.http.Endpoints;
import chat.pando.relay.http.Foundation;
import chat.pando.relay.http.HttpServer;
import chat.pando.relay.ids.ServerName;
import chat.pando.relay.log.LogTail;
import chat.pando.relay.log.Wakeups;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** One instance of the homeserver on one database; several may stand side by side on the same one. */
public final class Relay implements AutoCloseable {

    private static final int SYNC_THREADS = 8;

    private final Database database;
    private final LogTail tail;
    private final ExecutorService executor;
    private final ScheduledExecutorService scheduler;
    private final HttpServer server;
    private final ServerName serverName;

    private Relay(Database database, LogTail tail, ExecutorService executor, ScheduledExecutorService scheduler,
                  HttpServer server, ServerName serverName) {
        this.database = database;
        this.tail = tail;
        this.executor = executor;
        this.scheduler = scheduler;
        this.server = server;
        this.serverName = serverName;
    }

    /** Opens the database and listens; port 0 means any that is free. */
    public static Relay start(DatabaseAddress address, Optional<ServerName> wantedName, String host, int port) {
        Database database = Database.open(address);
        Wakeups wakeups = new Wakeups();
        LogTail tail = new LogTail(address, wakeups);
        ExecutorService executor = Executors.newFixedThreadPool(SYNC_THREADS, daemons("sync"));
        ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1, daemons("timer"));
        try {
            Settings settings = Settings.of(database, wantedName);
            tail.start();
            Endpoints endpoints = new Endpoints(new Foundation(database, settings.serverName(), settings.epoch(),
                    wakeups, executor, scheduler, Clock.systemUTC()));
            HttpServer server = HttpServer.start(host, port, endpoints.tokens(), endpoints::addTo);
            return new Relay(database, tail, executor, scheduler, server, settings.serverName());
        } catch (RuntimeException e) {
            close(tail, executor, scheduler, database);
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    public ServerName serverName() {
        return serverName;
    }

    @Override
    public void close() {
        server.close();
        close(tail, executor, scheduler, database);
    }

    private static void close(LogTail tail, ExecutorService executor, ScheduledExecutorService scheduler,
                              Database database) {
        scheduler.shutdownNow();
        executor.shutdownNow();
        tail.close();
        database.close();
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
