package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.pando.relay.db.Database;
import chat.pando.relay.events.Timeline;
import chat.pando.relay.log.Kind;
import chat.pando.relay.log.Log;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A reader of the log never passes a position that is not visible yet. */
class GapSafetyTest extends RelayTest {

    /** Each writer dawdles a random while between taking its position and committing. */
    @Test
    void aReaderBesideManySlowWritersMissesNothing() throws SQLException {
        Client ann = register("ann");
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rooms.add(ann.createRoom("{'preset': 'public_chat'}"));
        }
        List<Client> senders = new ArrayList<>();
        for (String room : rooms) {
            Client sender = register("writer" + senders.size());
            sender.join(room);
            senders.add(sender);
        }
        makeWritersDawdle();
        ObjectNode sync = ann.sync();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        Set<String> sent = Collections.synchronizedSet(new HashSet<>());
        List<CompletableFuture<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String room = rooms.get(writer);
            Client sender = senders.get(writer);
            work.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 20; i++) {
                    sent.add(sender.say(room, "t" + i, "text"));
                }
            }, writers));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(work.toArray(CompletableFuture[]::new));
        List<String> received = new ArrayList<>();
        boolean isLast = false;
        while (!isLast) {
            isLast = all.isDone();
            sync = ann.get("/v3/sync?since={}&timeout={}&filter={}", sync.path("next_batch").asString(),
                    isLast ? 0 : 50, "{\"room\":{\"timeline\":{\"limit\":500}}}").ok();
            sync.at("/rooms/join").forEach(room -> room.at("/timeline/events")
                    .forEach(event -> received.add(event.path("event_id").asString())));
        }
        all.join();
        writers.shutdown();
        assertEquals(80, received.size(), "an event came twice or not at all");
        assertEquals(sent, new HashSet<>(received));
    }

    /** Else the two would wait for each other when the sender comes to take its position. */
    @Test
    void aReceiptDoesNotWaitForWhoSendsIntoItsRoom() {
        Client ann = register("reader");
        String room = ann.createRoom("{}");
        String event = ann.say(room, "t", "text");
        try (Database own = Database.open(database)) {
            own.change(handle -> {
                Timeline.lock(handle, room);
                ann.postLater("{}", "/v3/rooms/{}/receipt/m.read/{}", room, event).orTimeout(20, TimeUnit.SECONDS)
                        .join().ok();
            });
        }
    }

    /** A transaction takes its position, then is slow; others that are quicker must not overtake it visibly. */
    @Test
    void aSlowTransactionHoldsTheEndOfTheLog() throws InterruptedException {
        try (Database own = Database.open(database)) {
            long before = own.read(Log::end);
            CountDownLatch taken = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            CompletableFuture<Long> slow = CompletableFuture.supplyAsync(() -> own.write(handle -> {
                long position = Log.append(handle, "!slow:localhost", Kind.EVENT);
                taken.countDown();
                awaitUninterrupted(mayCommit);
                return position;
            }));
            taken.await();
            CompletableFuture<Long> quick = CompletableFuture.supplyAsync(
                    () -> own.write(handle -> Log.append(handle, "!quick:localhost", Kind.EVENT)));
            awaitQueued(own);
            assertFalse(quick.isDone());
            assertEquals(before, own.read(Log::end));
            mayCommit.countDown();
            long first = slow.join();
            long second = quick.join();
            assertEquals(first + 1, second);
            assertEquals(second, own.read(Log::end));
        }
    }

    private void makeWritersDawdle() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
             Statement statement = connection.createStatement()) {
            statement.execute("create function dawdle() returns trigger language plpgsql as "
                    + "$$ begin perform pg_sleep(random() * 0.03); return new; end $$");
            statement.execute("create trigger dawdle after insert on events for each row execute function dawdle()");
        }
    }

    /** Waits until some transaction stands in the queue for the log. */
    private static void awaitQueued(Database database) {
        long queued = 0;
        while (queued == 0) {
            queued = database.read(handle -> handle.select("select count(*) from pg_locks where locktype = 'advisory' "
                    + "and not granted and database = (select oid from pg_database where datname = current_database())")
                    .mapTo(Long.class).one());
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
