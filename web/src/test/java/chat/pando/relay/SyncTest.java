package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SyncTest extends RelayTest {

    private Client ann;
    private Client ben;

    @BeforeAll
    void registerUsers() {
        ann = register("ann");
        ben = register("ben");
    }

    private String sharedRoom() {
        String room = ann.createRoom("{'preset': 'public_chat'}");
        ben.join(room);
        return room;
    }

    @Test
    void theFirstSyncTellsTheWholeRoom() {
        String room = sharedRoom();
        ann.say(room, "1", "hello");
        JsonNode joined = ben.sync().at("/rooms/join").path(room);
        List<String> types = types(joined.at("/timeline/events"));
        assertEquals("m.room.message", types.get(types.size() - 1));
        assertEquals(2, joined.at("/summary/m.joined_member_count").intValue());
        assertEquals(ann.userId(), joined.at("/summary/m.heroes/0").asString());
        assertEquals(1, joined.at("/unread_notifications/notification_count").intValue());
    }

    @Test
    void theNextSyncTellsOnlyWhatIsNew() {
        String room = sharedRoom();
        ObjectNode first = ben.sync();
        assertFalse(ben.syncSince(first).has("rooms"));
        String id = ann.say(room, "1", "news");
        ObjectNode second = ben.syncSince(first);
        JsonNode timeline = second.at("/rooms/join").path(room).path("timeline");
        assertEquals(1, timeline.path("events").size());
        assertEquals(id, timeline.at("/events/0/event_id").asString());
        assertFalse(timeline.path("limited").booleanValue());
        assertFalse(ben.syncSince(second).has("rooms"));
        JsonNode again = ben.syncSince(first).at("/rooms/join").path(room).path("timeline");
        assertEquals(id, again.at("/events/0/event_id").asString());
    }

    @Test
    void aLongTimelineIsCutAndItsStateTold() {
        String room = sharedRoom();
        ObjectNode first = ben.sync();
        ann.put("{'name': 'Later'}", "/v3/rooms/{}/state/m.room.name", room).ok();
        for (int i = 0; i < 5; i++) {
            ann.say(room, "m" + i, "text " + i);
        }
        JsonNode joined = ben.get("/v3/sync?since={}&filter={}", first.path("next_batch").asString(),
                "{\"room\":{\"timeline\":{\"limit\":2}}}").ok().at("/rooms/join").path(room);
        assertTrue(joined.at("/timeline/limited").booleanValue());
        assertEquals(2, joined.at("/timeline/events").size());
        assertEquals(List.of("m.room.name"), types(joined.at("/state/events")));
        JsonNode before = ben.get("/v3/rooms/{}/messages?dir=b&from={}&to={}", room,
                joined.at("/timeline/prev_batch").asString(), first.path("next_batch").asString()).ok();
        assertEquals(4, before.path("chunk").size());
        assertFalse(before.has("end"));
    }

    @Test
    void filtersHideTypesAndRooms() {
        String room = sharedRoom();
        String filterId = ben.post("{'room': {'timeline': {'types': ['m.room.mess*'], 'not_types': ['m.x']}}}",
                "/v3/user/{}/filter", ben.userId()).ok().path("filter_id").asString();
        ann.say(room, "1", "hello");
        JsonNode joined = ben.get("/v3/sync?filter={}", filterId).ok().at("/rooms/join").path(room);
        assertEquals(List.of("m.room.message"), types(joined.at("/timeline/events")));
        assertTrue(types(joined.at("/state/events")).contains("m.room.member"));
        JsonNode without = ben.get("/v3/sync?filter={}", "{\"room\":{\"not_rooms\":[\"" + room + "\"]}}").ok();
        assertTrue(without.at("/rooms/join").path(room).isMissingNode());
        ben.get("/v3/sync?filter=99").refused(400, "M_INVALID_PARAM");
        ben.get("/v3/user/{}/filter/{}", ben.userId(), filterId).ok();
        ben.get("/v3/user/{}/filter/77", ben.userId()).refused(404, "M_NOT_FOUND");
    }

    @Test
    void joiningTellsTheRoomAndLeavingEndsIt() {
        String room = ann.createRoom("{'preset': 'public_chat', 'name': 'Come'}");
        ObjectNode before = ben.sync();
        ben.join(room);
        ObjectNode joined = ben.syncSince(before);
        assertTrue(types(joined.at("/rooms/join").path(room).at("/timeline/events")).contains("m.room.member"));
        ben.post("{}", "/v3/rooms/{}/leave", room).ok();
        ben.post("{}", "/v3/rooms/{}/forget", room).ok();
        ann.say(room, "1", "after");
        ObjectNode left = ben.syncSince(joined);
        assertTrue(left.at("/rooms/join").path(room).isMissingNode());
        assertEquals(List.of("m.room.member"), types(left.at("/rooms/leave").path(room).at("/timeline/events")));
        assertTrue(ben.sync().at("/rooms/leave").path(room).isMissingNode());
    }

    @Test
    void aDeclinedInviteIsGone() {
        String room = ann.createRoom("{'invite': ['" + ben.userId() + "']}");
        ObjectNode invited = ben.sync();
        assertTrue(invited.at("/rooms/invite").has(room));
        ben.post("{}", "/v3/rooms/{}/leave", room).ok();
        ObjectNode declined = ben.syncSince(invited);
        assertTrue(declined.at("/rooms/leave").has(room));
        assertFalse(ben.sync().at("/rooms/invite").has(room));
    }

    @Test
    void onlyTheSendingDeviceLearnsItsTransactionId() {
        String room = sharedRoom();
        Client other = logIn(ann);
        ann.say(room, "txn-7", "mine");
        assertEquals("txn-7", last(ann.sync(), room).at("/unsigned/transaction_id").asString());
        assertTrue(last(other.sync(), room).at("/unsigned/transaction_id").isMissingNode());
        assertTrue(last(ben.sync(), room).at("/unsigned/transaction_id").isMissingNode());
    }

    @Test
    void receiptsTypingAndAccountDataArrive() {
        String room = sharedRoom();
        String said = ann.say(room, "1", "read me");
        ObjectNode before = ann.sync();
        ben.post("{}", "/v3/rooms/{}/receipt/m.read/{}", room, said).ok();
        ben.put("{'typing': true, 'timeout': 20000}", "/v3/rooms/{}/typing/{}", room, ben.userId()).ok();
        ann.put("{'order': 0.5}", "/v3/user/{}/rooms/{}/tags/m.favourite", ann.userId(), room).ok();
        ObjectNode after = ann.syncSince(before);
        JsonNode joined = after.at("/rooms/join").path(room);
        assertEquals(List.of("m.receipt", "m.typing"), types(joined.at("/ephemeral/events")));
        assertTrue(joined.at("/ephemeral/events/0/content").path(said).path("m.read").has(ben.userId()));
        assertEquals(ben.userId(), joined.at("/ephemeral/events/1/content/user_ids/0").asString());
        assertEquals("m.tag", joined.at("/account_data/events/0/type").asString());
        ben.put("{'typing': false}", "/v3/rooms/{}/typing/{}", room, ben.userId()).ok();
        JsonNode stopped = ann.syncSince(after).at("/rooms/join").path(room).at("/ephemeral/events/0");
        assertEquals(0, stopped.at("/content/user_ids").size());
        assertEquals(0, ben.sync().at("/rooms/join").path(room).at("/unread_notifications/notification_count").asInt());
    }

    @Test
    void aPrivateReceiptIsOnlyForItsReader() {
        String room = sharedRoom();
        String said = ann.say(room, "1", "psst");
        ObjectNode annBefore = ann.sync();
        ObjectNode benBefore = ben.sync();
        ben.post("{'m.read.private': '" + said + "', 'm.fully_read': '" + said + "'}", "/v3/rooms/{}/read_markers",
                room).ok();
        assertFalse(ann.syncSince(annBefore).has("rooms"));
        JsonNode own = ben.syncSince(benBefore).at("/rooms/join").path(room);
        assertTrue(own.at("/ephemeral/events/0/content").path(said).has("m.read.private"));
        assertEquals("m.fully_read", own.at("/account_data/events/0/type").asString());
    }

    @Test
    void anOldReceiptDoesNotTurnANewOneBack() {
        String room = sharedRoom();
        String first = ann.say(room, "1", "one");
        String second = ann.say(room, "2", "two");
        ben.post("{}", "/v3/rooms/{}/receipt/m.read/{}", room, second).ok();
        ObjectNode before = ann.sync();
        ben.post("{}", "/v3/rooms/{}/receipt/m.read/{}", room, first).ok();
        assertFalse(ann.syncSince(before).has("rooms"));
        ben.post("{}", "/v3/rooms/{}/receipt/m.odd/{}", room, first).refused(400, "M_INVALID_PARAM");
        ben.post("{}", "/v3/rooms/{}/receipt/m.read/$none", room).refused(404, "M_NOT_FOUND");
    }

    @Test
    void fullStateTellsEverythingAgain() {
        String room = sharedRoom();
        ObjectNode first = ben.sync();
        JsonNode joined = ben.get("/v3/sync?full_state=true&since={}", first.path("next_batch").asString()).ok()
                .at("/rooms/join").path(room);
        assertTrue(types(joined.at("/state/events")).contains("m.room.create"));
    }

    @Test
    void aTokenOfAnotherDatabaseIsNotTakenForOurs() {
        ben.get("/v3/sync?since=p1_other").refused(400, "M_UNKNOWN_POS");
        String token = ben.sync().path("next_batch").asString();
        ben.get("/v3/sync?since={}", token.replaceFirst("p\\d+", "p999999")).refused(400, "M_UNKNOWN_POS");
        ben.get("/v3/sync?since=nonsense").refused(400, "M_INVALID_PARAM");
        ben.get("/v3/sync?timeout=soon").refused(400, "M_INVALID_PARAM");
    }

    private static JsonNode last(ObjectNode sync, String room) {
        JsonNode events = sync.at("/rooms/join").path(room).at("/timeline/events");
        return events.get(events.size() - 1);
    }

    private static List<String> types(JsonNode events) {
        return events.valueStream().map(event -> event.path("type").asString()).toList();
    }
}
