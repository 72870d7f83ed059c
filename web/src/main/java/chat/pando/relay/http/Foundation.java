package chat.pando.relay.http;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.ServerName;
import chat.pando.relay.log.Wakeups;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** What every part of an instance is built from. */
public record Foundation(Database database, ServerName serverName, String epoch, Wakeups wakeups, Executor executor,
                         ScheduledExecutorService scheduler, Clock clock) {
}
