package chat.pando.relay.sync;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.keys.OneTimeKeys;
import chat.pando.relay.keys.ToDevice;
import chat.pando.relay.log.Cursor;
import chat.pando.relay.log.Log;
import chat.pando.relay.log.Wakeups;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers syncs: at once when there is news, else as soon as there is, or empty when the time is over.
 *
 * <p>While a sync waits it holds no thread and no database connection, only an entry among the wake-ups. It looks
 * once more after entering itself there, so that nothing falls between looking and waiting.
 */
public final class Sync {

    private final Database database;
    private final RoomsSection rooms;
    private final OneTimeKeys oneTimeKeys;
    private final ToDevice toDevice;
    private final Wakeups wakeups;
    private final Executor executor;
    private final ScheduledExecutorService scheduler;
    private final String epoch;

    public Sync(Database database, RoomsSection rooms, OneTimeKeys oneTimeKeys, ToDevice toDevice, Wakeups wakeups,
                Executor executor, ScheduledExecutorService scheduler, String epoch) {
        this.database = database;
        this.rooms = rooms;
        this.oneTimeKeys = oneTimeKeys;
        this.toDevice = toDevice;
        this.wakeups = wakeups;
        this.executor = executor;
        this.scheduler = scheduler;
        this.epoch = epoch;
    }

    public CompletableFuture<ObjectNode> answer(SyncRequest request) {
        request.since().ifPresent(since -> {
            requireReachable(since);
            toDevice.acknowledge(request.who(), since.toDevice());
        });
        long deadline = System.nanoTime() + request.timeout().toNanos();
        return attempt(request, deadline);
    }

    private CompletableFuture<ObjectNode> attempt(SyncRequest request, long deadline) {
        Look look = database.read(handle -> look(handle, request));
        if (look.answer().hasNews() || System.nanoTime() >= deadline) {
            return CompletableFuture.completedFuture(look.answer().body());
        }
        Wakeups.Waiter waiter = wakeups.await(look.topics());
        wakeIfMovedOn(waiter, look);
        ScheduledFuture<?> timer = scheduler.schedule(() -> waiter.signal().complete(false),
                deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        return waiter.signal().whenComplete((isWoken, error) -> {
            timer.cancel(false);
            waiter.close();
        }).thenComposeAsync(isWoken -> attempt(request, deadline), executor);
    }

    private Look look(Handle handle, SyncRequest request) {
        Window window = Window.upToNow(handle, request);
        return new Look(SyncAnswer.of(window, rooms, oneTimeKeys, epoch), window.topics(), window.upTo());
    }

    /** Ends the wait at once if something came between looking and entering oneself among those who wait. */
    private void wakeIfMovedOn(Wakeups.Waiter waiter, Look look) {
        try {
            Optional<Integer> later = database.read(handle -> handle.select("select 1 from log where topic = any(?) "
                    + "and position > ? limit 1", look.topics().toArray(String[]::new), look.upTo())
                    .mapTo(Integer.class).findOne());
            later.ifPresent(found -> waiter.signal().complete(true));
        } catch (RuntimeException e) {
            waiter.signal().completeExceptionally(e);
        }
    }

    private void requireReachable(Cursor since) {
        boolean isReachable = since.epoch().equals(epoch)
                && database.read(handle -> Log.end(handle)) >= since.position();
        if (!isReachable) {
            throw new MatrixError(400, "M_UNKNOWN_POS", "This position is not of this database; sync afresh");
        }
    }

    /** What one look found, on which topics, up to where. */
    private record Look(SyncAnswer answer, Set<String> topics, long upTo) {
    }
}
