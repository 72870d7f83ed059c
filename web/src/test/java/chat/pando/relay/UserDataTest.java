package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UserDataTest extends RelayTest {

    private Client ann;
    private Client ben;

    @BeforeAll
    void registerUsers() {
        ann = register("ann");
        ben = register("ben");
    }

    @Test
    void aProfileIsRepeatedInEveryRoom() {
        String room = ann.createRoom("{'preset': 'public_chat'}");
        ben.join(room);
        assertEquals("ann", nobody.get("/v3/profile/{}", ann.userId()).ok().path("displayname").asString());
        ann.put("{'displayname': 'Ann'}", "/v3/profile/{}/displayname", ann.userId()).ok();
        ann.put("{'avatar_url': 'mxc://localhost/x'}", "/v3/profile/{}/avatar_url", ann.userId()).ok();
        JsonNode member = ben.get("/v3/rooms/{}/state/m.room.member/{}", room, ann.userId()).ok();
        assertEquals("Ann", member.path("displayname").asString());
        assertEquals("mxc://localhost/x", member.path("avatar_url").asString());
        assertEquals("Ann", nobody.get("/v3/profile/{}/displayname", ann.userId()).ok().path("displayname").asString());
        ben.put("{'displayname': 'x'}", "/v3/profile/{}/displayname", ann.userId()).refused(403, "M_FORBIDDEN");
        ann.put("{}", "/v3/profile/{}/displayname", ann.userId()).refused(400, "M_MISSING_PARAM");
        nobody.get("/v3/profile/@ghost:localhost").refused(404, "M_NOT_FOUND");
        ObjectNode found = ben.post("{'search_term': 'aNN'}", "/v3/user_directory/search").ok();
        assertEquals(ann.userId(), found.at("/results/0/user_id").asString());
    }

    @Test
    void accountDataIsKeptAndSynced() {
        ObjectNode before = ann.sync();
        ann.put("{'theme': 'dark'}", "/v3/user/{}/account_data/chat.pando.look", ann.userId()).ok();
        assertEquals("dark", ann.get("/v3/user/{}/account_data/chat.pando.look", ann.userId()).ok().path("theme")
                .asString());
        assertEquals("chat.pando.look", ann.syncSince(before).at("/account_data/events/0/type").asString());
        ann.get("/v3/user/{}/account_data/none", ann.userId()).refused(404, "M_NOT_FOUND");
        ben.get("/v3/user/{}/account_data/chat.pando.look", ann.userId()).refused(403, "M_FORBIDDEN");
        ann.put("{}", "/v3/user/{}/account_data/m.push_rules", ann.userId()).refused(405, "M_BAD_JSON");
        String room = ann.createRoom("{}");
        ann.put("{'x': 1}", "/v3/user/{}/rooms/{}/account_data/chat.pando.note", ann.userId(), room).ok();
        assertEquals(1, ann.get("/v3/user/{}/rooms/{}/account_data/chat.pando.note", ann.userId(), room).ok().path("x")
                .intValue());
    }

    @Test
    void roomsAreTagged() {
        String room = ann.createRoom("{}");
        String tags = "/v3/user/{}/rooms/{}/tags";
        assertEquals(0, ann.get(tags, ann.userId(), room).ok().path("tags").size());
        ann.put("{'order': 0.25}", tags + "/m.favourite", ann.userId(), room).ok();
        assertEquals(0.25, ann.get(tags, ann.userId(), room).ok().at("/tags/m.favourite/order").doubleValue());
        ann.delete("", tags + "/m.favourite", ann.userId(), room).ok();
        assertEquals(0, ann.get(tags, ann.userId(), room).ok().path("tags").size());
    }

    @Test
    void pushRulesCanBeChanged() {
        ObjectNode before = ann.sync();
        assertTrue(before.at("/account_data/events").valueStream()
                .anyMatch(event -> event.path("type").asString().equals("m.push_rules")));
        String rule = "/v3/pushrules/global/{}/{}";
        ann.put("{'actions': ['notify'], 'pattern': 'tree'}", rule, "content", "tree").ok();
        ann.put("{'actions': [], 'conditions': []}", rule, "override", "quiet").ok();
        assertEquals("tree", ann.get(rule, "content", "tree").ok().path("pattern").asString());
        assertEquals(".m.rule.master", ann.get("/v3/pushrules").ok().at("/global/override/0/rule_id").asString());
        assertEquals("quiet", ann.get("/v3/pushrules").ok().at("/global/override/1/rule_id").asString());
        ann.put("{'enabled': false}", rule + "/enabled", "content", "tree").ok();
        assertFalse(ann.get(rule + "/enabled", "content", "tree").ok().path("enabled").booleanValue());
        ann.put("{'actions': []}", rule + "/actions", "underride", ".m.rule.message").ok();
        assertEquals(0, ann.get(rule + "/actions", "underride", ".m.rule.message").ok().path("actions").size());
        assertEquals("m.push_rules", ann.syncSince(before).at("/account_data/events/0/type").asString());
        ann.delete("", rule, "content", "tree").ok();
        ann.get(rule, "content", "tree").refused(404, "M_NOT_FOUND");
        ann.delete("", rule, "override", ".m.rule.master").refused(400, "M_INVALID_PARAM");
        ann.get(rule, "odd", "x").refused(400, "M_INVALID_PARAM");
        ann.put("{}", rule, "room", "!x:y").refused(400, "M_MISSING_PARAM");
    }

    @Test
    void theSameFilterKeepsItsId() {
        String first = addFilter("{'room': {}}");
        String second = addFilter("{'presence': {}}");
        assertEquals(first, addFilter("{'room': {}}"));
        assertNotEquals(first, second);
        ann.post("{'room': {'timeline': {'limit': 'x'}}}", "/v3/user/{}/filter", ann.userId())
                .refused(400, "M_BAD_JSON");
    }

    private String addFilter(String definition) {
        return ann.post(definition, "/v3/user/{}/filter", ann.userId()).ok().path("filter_id").asString();
    }
}
