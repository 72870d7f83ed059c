package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class HistoryTest extends RelayTest {

    private static final String TEXTS = "{\"types\":[\"m.room.message\"]}";

    private Client ann;
    private Client ben;

    @BeforeAll
    void registerUsers() {
        ann = register("ann");
        ben = register("ben");
    }

    @Test
    void historyIsPagedInBothDirections() {
        String room = ann.createRoom("{}");
        String start = ann.sync().path("next_batch").asString();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            said.add(ann.say(room, "t" + i, "text " + i));
        }
        List<String> forwards = new ArrayList<>();
        JsonNode page = ann.get("/v3/rooms/{}/messages?dir=f&limit=3&from={}", room, start).ok();
        while (page.has("end")) {
            forwards.addAll(ids(page));
            page = ann.get("/v3/rooms/{}/messages?dir=f&limit=3&from={}", room, page.path("end").asString()).ok();
        }
        forwards.addAll(ids(page));
        assertEquals(said, forwards);
        JsonNode newest = ann.get("/v3/rooms/{}/messages?dir=b&limit=2&filter={}", room, TEXTS).ok();
        assertEquals(List.of(said.get(6), said.get(5)), ids(newest));
        JsonNode rest = ann.get("/v3/rooms/{}/messages?dir=b&limit=50&from={}&filter={}", room,
                newest.path("end").asString(), TEXTS).ok();
        assertEquals(5, ids(rest).size());
        assertFalse(rest.has("end"));
        ann.get("/v3/rooms/{}/messages?dir=x", room).refused(400, "M_INVALID_PARAM");
        ann.get("/v3/rooms/{}/messages", room).refused(400, "M_MISSING_PARAM");
        ann.get("/v3/rooms/{}/messages?dir=b&from=zzz", room).refused(400, "M_INVALID_PARAM");
    }

    @ParameterizedTest
    @CsvSource({"joined, C", "invited, BC", "shared, ABC", "world_readable, ABC"})
    void aNewMemberSeesWhatTheRoomLetsThemSee(String visibility, String seen) {
        String room = ann.createRoom("{'initial_state': [{'type': 'm.room.history_visibility', 'content': "
                + "{'history_visibility': '" + visibility + "'}}]}");
        String before = ann.say(room, "a", "A");
        ann.post("{'user_id': '" + ben.userId() + "'}", "/v3/rooms/{}/invite", room).ok();
        ann.say(room, "b", "B");
        ben.join(room);
        ann.say(room, "c", "C");
        assertEquals(seen, texts(ben, room));
        assertEquals(seen.contains("A") ? 200 : 404, ben.get("/v3/rooms/{}/event/{}", room, before).status());
    }

    @Test
    void whoLeftSeesNothingOfLater() {
        String room = ann.createRoom("{'preset': 'public_chat'}");
        ben.join(room);
        ann.say(room, "a", "A");
        ben.post("{}", "/v3/rooms/{}/leave", room).ok();
        String later = ann.say(room, "b", "B");
        ann.put("{'name': 'Later'}", "/v3/rooms/{}/state/m.room.name", room).ok();
        assertEquals("A", texts(ben, room));
        ben.get("/v3/rooms/{}/event/{}", room, later).refused(404, "M_NOT_FOUND");
        ben.get("/v3/rooms/{}/state/m.room.name", room).refused(404, "M_NOT_FOUND");
    }

    @Test
    void anEventComesWithItsSurroundings() {
        String room = ann.createRoom("{}");
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            said.add(ann.say(room, "t" + i, "text " + i));
        }
        ObjectNode context = ann.get("/v3/rooms/{}/context/{}?limit=4", room, said.get(4)).ok();
        assertEquals(said.get(4), context.at("/event/event_id").asString());
        assertEquals(List.of(said.get(3), said.get(2)), idsOf(context.path("events_before")));
        assertEquals(List.of(said.get(5), said.get(6)), idsOf(context.path("events_after")));
        assertTrue(context.path("state").size() > 3);
        JsonNode on = ann.get("/v3/rooms/{}/messages?dir=f&from={}", room, context.path("end").asString()).ok();
        assertEquals(said.get(7), ids(on).get(0));
        JsonNode back = ann.get("/v3/rooms/{}/messages?dir=b&from={}", room, context.path("start").asString()).ok();
        assertEquals(said.get(1), ids(back).get(0));
    }

    @Test
    void aRepeatedTransactionMakesOneEvent() {
        String room = ann.createRoom("{}");
        String first = ann.say(room, "same", "hello");
        assertEquals(first, ann.say(room, "same", "hello"));
        assertFalse(first.equals(logIn(ann).say(room, "same", "hello")));
        assertEquals("hellohello", texts(ann, room));
        String redacted = ann.put("{}", "/v3/rooms/{}/redact/{}/same", room, first).ok().path("event_id").asString();
        assertEquals(redacted, ann.put("{}", "/v3/rooms/{}/redact/{}/same", room, first).ok().path("event_id")
                .asString());
    }

    @Test
    void theSameRequestManyTimesAtOnceMakesOneEvent() {
        String room = ann.createRoom("{}");
        var sends = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 20; i++) {
            sends.add(ann.putLater("{'msgtype': 'm.text', 'body': 'x'}", "/v3/rooms/{}/send/m.room.message/once",
                    room));
        }
        assertEquals(1, sends.stream().map(send -> send.join().ok().path("event_id").asString())
                .collect(Collectors.toSet()).size());
        assertEquals("x", texts(ann, room));
    }

    private static String texts(Client reader, String room) {
        return reader.get("/v3/rooms/{}/messages?dir=f&limit=100&filter={}", room, TEXTS).ok().path("chunk")
                .valueStream().map(event -> event.at("/content/body").asString()).collect(Collectors.joining());
    }

    private static List<String> ids(JsonNode page) {
        return idsOf(page.path("chunk"));
    }

    private static List<String> idsOf(JsonNode events) {
        return events.valueStream().map(event -> event.path("event_id").asString()).toList();
    }
}
