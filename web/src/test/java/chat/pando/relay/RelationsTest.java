package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RelationsTest extends RelayTest {

    private static final String OF_EVENT = "/v1/rooms/{}/relations/{}";
    private Client ann;
    private Client ben;
    private String room;
    private String root;

    @BeforeAll
    void registerUsers() {
        ann = register("ann");
        ben = register("ben");
    }

    @BeforeEach
    void makeRoom() {
        room = ann.createRoom("{'preset': 'public_chat'}");
        ben.join(room);
        root = ann.say(room, "root", "root");
    }

    @Test
    void aThreadIsToldWithItsRootAndPagedThrough() {
        String first = relate(ann, "m.room.message", "m.thread", "1");
        String second = relate(ben, "m.room.encrypted", "m.thread", "2");
        relate(ann, "m.reaction", "m.annotation", "3");
        JsonNode thread = ben.get("/v3/rooms/{}/event/{}", room, root).ok().at("/unsigned/m.relations/m.thread");
        assertEquals(2, thread.path("count").intValue());
        assertEquals(second, thread.at("/latest_event/event_id").asString());
        assertTrue(thread.path("current_user_participated").booleanValue());
        JsonNode page = ben.get(OF_EVENT + "/m.thread?limit=1", room, root).ok();
        assertEquals(List.of(second), ids(page));
        JsonNode rest = ben.get(OF_EVENT + "/m.thread?from={}", room, root, page.path("next_batch").asString()).ok();
        assertEquals(List.of(first), ids(rest));
        assertFalse(rest.has("next_batch"));
        assertEquals(3, ids(ben.get(OF_EVENT + "?dir=f", room, root).ok()).size());
        assertEquals(List.of(second), ids(ben.get(OF_EVENT + "/m.thread/m.room.encrypted", room, root).ok()));
        assertEquals(List.of(root), ids(ben.get("/v1/rooms/{}/threads?include=participated", room).ok()));
    }

    @Test
    void onlyTheSendersEditCounts() {
        relate(ben, "m.room.message", "m.replace", "1");
        assertFalse(event().at("/unsigned").has("m.relations"));
        relate(ann, "m.room.message", "m.replace", "2");
        String newest = relate(ann, "m.room.message", "m.replace", "3");
        assertEquals(newest, event().at("/unsigned/m.relations/m.replace/event_id").asString());
        ann.put("{}", "/v3/rooms/{}/redact/{}/r", room, newest).ok();
        assertFalse(event().at("/unsigned/m.relations/m.replace/event_id").asString().equals(newest));
    }

    @Test
    void relationsOfWhatOneCannotSeeAreNotShown() {
        Client eve = register("eve" + room.hashCode());
        eve.get(OF_EVENT, room, root).refused(403, "M_FORBIDDEN");
        ann.get(OF_EVENT, room, "$none").refused(404, "M_NOT_FOUND");
        ann.get(OF_EVENT + "?dir=x", room, root).refused(400, "M_INVALID_PARAM");
    }

    private JsonNode event() {
        return ben.get("/v3/rooms/{}/event/{}", room, root).ok();
    }

    private String relate(Client who, String type, String relType, String txnId) {
        return who.put("{'body': 'x', 'm.relates_to': {'rel_type': '" + relType + "', 'event_id': '" + root + "'}}",
                "/v3/rooms/{}/send/{}/{}", room, type, txnId).ok().path("event_id").asString();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("chunk").valueStream().map(event -> event.path("event_id").asString()).toList();
    }
}
