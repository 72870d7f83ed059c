package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class BackupTest extends RelayTest {

    private static final String KEY = "{'first_message_index': %d, 'forwarded_count': 0, 'is_verified': %s, "
            + "'session_data': {'text': '%s'}}";
    private int users;
    private Client ann;
    private String version;

    @BeforeEach
    void makeBackup() {
        ann = register("ann" + users++);
        ann.get("/v3/room_keys/version").refused(404, "M_NOT_FOUND");
        version = ann.post("{'algorithm': 'm.a', 'auth_data': {'public_key': 'p'}}", "/v3/room_keys/version").ok()
                .path("version").asString();
    }

    @Test
    void keysAreStoredAndServed() {
        ObjectNode stored = put(KEY.formatted(5, "false", "five"));
        assertEquals(1, stored.path("count").intValue());
        ObjectNode now = ann.get("/v3/room_keys/version").ok();
        assertEquals(stored.path("etag"), now.path("etag"));
        assertEquals(1, now.path("count").intValue());
        assertEquals("five", text());
        ObjectNode all = ann.get("/v3/room_keys/keys?version={}", version).ok();
        assertEquals("five", all.path("rooms").path("!r:x").path("sessions").path("s").at("/session_data/text")
                .asString());
        assertEquals(0, ann.get("/v3/room_keys/keys/{}?version={}", "!none:x", version).ok().path("sessions").size());
        ann.get("/v3/room_keys/keys/{}/{}?version={}", "!r:x", "none", version).refused(404, "M_NOT_FOUND");
        ann.delete("", "/v3/room_keys/keys?version={}", version).ok();
        assertEquals(0, ann.get("/v3/room_keys/version").ok().path("count").intValue());
    }

    @Test
    void theBetterKeyWins() {
        put(KEY.formatted(5, "false", "five"));
        put(KEY.formatted(7, "false", "seven"));
        assertEquals("five", text());
        put(KEY.formatted(3, "false", "three"));
        assertEquals("three", text());
        put(KEY.formatted(9, "true", "verified"));
        assertEquals("verified", text());
    }

    @Test
    void onlyTheNewestVersionTakesKeys() {
        String newer = ann.post("{'algorithm': 'm.a', 'auth_data': {}}", "/v3/room_keys/version").ok().path("version")
                .asString();
        ObjectNode refusal = ann.put("{'rooms': {}}", "/v3/room_keys/keys?version={}", version)
                .refused(403, "M_WRONG_ROOM_KEYS_VERSION");
        assertEquals(newer, refusal.path("current_version").asString());
        ann.delete("", "/v3/room_keys/version/{}", newer).ok();
        assertEquals(version, ann.get("/v3/room_keys/version").ok().path("version").asString());
        ann.get("/v3/room_keys/version/{}", newer).refused(404, "M_NOT_FOUND");
        ann.put("{'algorithm': 'm.a', 'auth_data': {'x': 1}}", "/v3/room_keys/version/{}", version).ok();
        ann.put("{'algorithm': 'm.b', 'auth_data': {}}", "/v3/room_keys/version/{}", version)
                .refused(400, "M_INVALID_PARAM");
    }

    private ObjectNode put(String key) {
        return ann.put(key, "/v3/room_keys/keys/{}/{}?version={}", "!r:x", "s", version).ok();
    }

    private String text() {
        return ann.get("/v3/room_keys/keys/{}/{}?version={}", "!r:x", "s", version).ok().at("/session_data/text")
                .asString();
    }
}
