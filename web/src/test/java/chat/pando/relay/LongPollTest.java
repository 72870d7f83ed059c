package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class LongPollTest extends RelayTest {

    private Client ann;
    private Client ben;
    private String room;

    @BeforeAll
    void makeRoom() {
        ann = register("ann");
        ben = register("ben");
        room = ann.createRoom("{'preset': 'public_chat'}");
        ben.join(room);
    }

    @Test
    void anEmptyPollEndsInTime() {
        ObjectNode first = ben.sync();
        ObjectNode second = poll(ben, first, 50).join().ok();
        assertFalse(second.has("rooms"));
    }

    @Test
    void manyPollsAtOnceWaitWithoutHoldingAnybodyUp() {
        ObjectNode first = ben.sync();
        List<CompletableFuture<Answer>> polls = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            polls.add(poll(ben, first, 60_000));
        }
        ann.get("/v3/account/whoami").ok();
        String id = ann.say(room, "many", "wake up");
        for (CompletableFuture<Answer> poll : polls) {
            assertEquals(id, firstEvent(poll.join().ok()));
        }
    }

    @Test
    void aMessageToOneInstanceWakesThePollAtAnother() {
        try (Relay second = startInstance()) {
            Client far = ben.at(origin(second));
            ObjectNode first = far.sync();
            CompletableFuture<Answer> poll = poll(far, first, 60_000);
            String id = ann.say(room, "far", "hello there");
            ObjectNode there = poll.join().ok();
            assertEquals(id, firstEvent(there));
            ann.at(origin(second)).say(room, "back", "and back");
            assertTrue(ben.syncSince(there).at("/rooms/join").has(room));
        }
    }

    @Test
    void whatIsSentWhileTheListenerIsCutOffIsNotMissed() throws SQLException {
        for (int round = 0; round < 3; round++) {
            ObjectNode first = ben.sync();
            CompletableFuture<Answer> poll = poll(ben, first, 60_000);
            cutListener();
            String id = ann.say(room, "cut" + round, "still there?");
            assertEquals(id, firstEvent(poll.join().ok()));
        }
    }

    @Test
    void anInvitationWakesItsReceiver() {
        CompletableFuture<Answer> poll = poll(ben, ben.sync(), 60_000);
        String other = ann.createRoom("{'invite': ['" + ben.userId() + "']}");
        assertTrue(poll.join().ok().at("/rooms/invite").has(other));
    }

    @Test
    void messagesInARoomJoinedMeanwhileWakeToo() {
        String other = ann.createRoom("{'preset': 'public_chat'}");
        ObjectNode before = ben.sync();
        CompletableFuture<Answer> poll = poll(ben, before, 60_000);
        ben.join(other);
        ObjectNode joined = poll.join().ok();
        assertTrue(joined.at("/rooms/join").has(other));
        CompletableFuture<Answer> next = poll(ben, joined, 60_000);
        ann.say(other, "new", "welcome");
        assertTrue(next.join().ok().at("/rooms/join").has(other));
    }

    @Test
    void typingEndsByItself() {
        ObjectNode before = ann.sync();
        ben.put("{'typing': true, 'timeout': 300}", "/v3/rooms/{}/typing/{}", room, ben.userId()).ok();
        ObjectNode typing = ann.syncSince(before);
        assertEquals(1, typing.at("/rooms/join").path(room).at("/ephemeral/events/0/content/user_ids").size());
        ObjectNode quiet = poll(ann, typing, 60_000).join().ok();
        assertEquals(0, quiet.at("/rooms/join").path(room).at("/ephemeral/events/0/content/user_ids").size());
    }

    private static CompletableFuture<Answer> poll(Client user, ObjectNode since, int timeout) {
        return user.getLater("/v3/sync?since={}&timeout={}", since.path("next_batch").asString(), timeout);
    }

    private String firstEvent(ObjectNode sync) {
        return sync.at("/rooms/join").path(room).at("/timeline/events/0/event_id").asString("");
    }

    /** Ends the connection that LISTENs, as soon as there is one. */
    private void cutListener() throws SQLException {
        int cut = 0;
        while (cut == 0) {
            cut = cutListeners();
        }
    }

    private int cutListeners() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity "
                     + "where datname = current_database() and application_name = 'pando log tail'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
