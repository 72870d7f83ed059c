package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RoomsTest extends RelayTest {

    private Client ann;
    private Client ben;
    private Client cleo;

    @BeforeAll
    void registerUsers() {
        ann = register("ann");
        ben = register("ben");
        cleo = register("cleo");
    }

    @Test
    void aNewRoomHasWhatWasAskedFor() {
        String room = ann.createRoom("{'name': 'Grove', 'topic': 'Trees', 'preset': 'private_chat', "
                + "'room_alias_name': 'grove', 'creation_content': {'m.federate': false}, "
                + "'power_level_content_override': {'invite': 60}, 'initial_state': [{'type': 'm.room.encryption', "
                + "'content': {'algorithm': 'm.megolm.v1.aes-sha2'}}, {'type': 'm.room.history_visibility', "
                + "'state_key': '', 'content': {'history_visibility': 'joined'}}]}");
        assertEquals("Grove", state(ann, room, "m.room.name").path("name").asString());
        assertEquals("Trees", state(ann, room, "m.room.topic").path("topic").asString());
        assertEquals("invite", state(ann, room, "m.room.join_rules").path("join_rule").asString());
        assertEquals("joined", state(ann, room, "m.room.history_visibility").path("history_visibility").asString());
        assertEquals("11", state(ann, room, "m.room.create").path("room_version").asString());
        assertEquals("#grove:localhost", state(ann, room, "m.room.canonical_alias").path("alias").asString());
        assertEquals(60, state(ann, room, "m.room.power_levels").path("invite").intValue());
        assertEquals(100, state(ann, room, "m.room.power_levels").path("users").path(ann.userId()).intValue());
        assertEquals(10, ann.get("/v3/rooms/{}/state", room).okValue().size());
        ann.post("{'room_alias_name': 'grove'}", "/v3/createRoom").refused(400, "M_ROOM_IN_USE");
        ann.post("{'room_version': '1'}", "/v3/createRoom").refused(400, "M_UNSUPPORTED_ROOM_VERSION");
        ann.post("{'preset': 'odd'}", "/v3/createRoom").refused(400, "M_INVALID_PARAM");
    }

    @Test
    void roomVersionTenNamesItsCreator() {
        String room = ann.createRoom("{'room_version': '10'}");
        assertEquals(ann.userId(), state(ann, room, "m.room.create").path("creator").asString());
    }

    @Test
    void onlyTheInvitedComeIntoAPrivateRoom() {
        String room = ann.createRoom("{'invite': ['" + ben.userId() + "'], 'is_direct': true}");
        ObjectNode invite = ben.sync();
        JsonNode events = invite.at("/rooms/invite").path(room).at("/invite_state/events");
        assertTrue(events.valueStream().anyMatch(event -> event.path("state_key").asString("").equals(ben.userId())
                && event.at("/content/is_direct").asBoolean(false)));
        cleo.post("{}", "/v3/rooms/{}/join", room).refused(403, "M_FORBIDDEN");
        ben.join(room);
        ben.join(room);
        assertTrue(ben.get("/v3/joined_rooms").ok().path("joined_rooms").valueStream()
                .anyMatch(id -> id.asString("").equals(room)));
        assertEquals(2, ann.get("/v3/rooms/{}/joined_members", room).ok().path("joined").size());
        ben.post("{'user_id': '" + cleo.userId() + "', 'reason': 'come'}", "/v3/rooms/{}/invite", room).ok();
        cleo.post("{}", "/v3/rooms/{}/leave", room).ok();
        cleo.post("{}", "/v3/rooms/{}/join", room).refused(403, "M_FORBIDDEN");
    }

    @Test
    void whoDoesNotExistCannotBeInvited() {
        String room = ann.createRoom("{}");
        ann.post("{'user_id': '@ghost:localhost'}", "/v3/rooms/{}/invite", room).refused(404, "M_NOT_FOUND");
        ann.post("{'user_id': 'ghost'}", "/v3/rooms/{}/invite", room).refused(400, "M_INVALID_PARAM");
        ann.post("{'invite': ['@ghost:localhost']}", "/v3/createRoom").refused(404, "M_NOT_FOUND");
    }

    @Test
    void aPublicRoomIsFoundByItsAlias() {
        String room = ann.createRoom("{'preset': 'public_chat', 'visibility': 'public', 'name': 'Open', "
                + "'room_alias_name': 'open'}");
        assertEquals(room, ben.post("{}", "/v3/join/{}", "#open:localhost").ok().path("room_id").asString());
        assertEquals(room, nobody.get("/v3/directory/room/{}", "#open:localhost").ok().path("room_id").asString());
        nobody.get("/v3/directory/room/{}", "#none:localhost").refused(404, "M_NOT_FOUND");
        ann.put("{'room_id': '" + room + "'}", "/v3/directory/room/{}", "#second:localhost").ok();
        ann.put("{'room_id': '" + room + "'}", "/v3/directory/room/{}", "#second:localhost").refused(409, "M_UNKNOWN");
        assertEquals(2, ann.get("/v3/rooms/{}/aliases", room).ok().path("aliases").size());
        ben.delete("{}", "/v3/directory/room/{}", "#second:localhost").refused(403, "M_FORBIDDEN");
        ann.delete("{}", "/v3/directory/room/{}", "#second:localhost").ok();
        JsonNode listed = nobody.get("/v3/publicRooms").ok().path("chunk");
        assertTrue(listed.valueStream().anyMatch(entry -> entry.path("room_id").asString("").equals(room)
                && entry.path("num_joined_members").intValue() == 2));
        assertEquals(0, ann.post("{'filter': {'generic_search_term': 'nothing-like-it'}}", "/v3/publicRooms").ok()
                .path("chunk").size());
    }

    @Test
    void membersAreKickedBannedAndUnbanned() {
        String room = ann.createRoom("{'preset': 'public_chat'}");
        ben.join(room);
        cleo.join(room);
        String target = "{'user_id': '" + ben.userId() + "', 'reason': 'noise'}";
        cleo.post(target, "/v3/rooms/{}/kick", room).refused(403, "M_FORBIDDEN");
        ann.post(target, "/v3/rooms/{}/kick", room).ok();
        assertEquals("leave", membership(ann, room, ben));
        ben.join(room);
        cleo.post(target, "/v3/rooms/{}/ban", room).refused(403, "M_FORBIDDEN");
        ann.post(target, "/v3/rooms/{}/ban", room).ok();
        ben.post("{}", "/v3/rooms/{}/join", room).refused(403, "M_FORBIDDEN");
        ann.post("{'user_id': '" + ben.userId() + "'}", "/v3/rooms/{}/invite", room).refused(403, "M_FORBIDDEN");
        ann.post(target, "/v3/rooms/{}/unban", room).ok();
        ann.post(target, "/v3/rooms/{}/unban", room).refused(403, "M_FORBIDDEN");
        ben.join(room);
        assertEquals("join", membership(ann, room, ben));
    }

    @Test
    void aRoomIsForgottenOnlyAfterLeaving() {
        String room = ann.createRoom("{}");
        ann.post("{}", "/v3/rooms/{}/forget", room).refused(400, "M_UNKNOWN");
        ann.post("{}", "/v3/rooms/{}/leave", room).ok();
        ann.post("{}", "/v3/rooms/{}/leave", room).ok();
        ann.get("/v3/rooms/{}/state", room).okValue();
        ann.post("{}", "/v3/rooms/{}/forget", room).ok();
        ann.get("/v3/rooms/{}/state", room).refused(403, "M_FORBIDDEN");
    }

    @Test
    void whoIsNotInARoomSeesAndSendsNothing() {
        String room = ann.createRoom("{}");
        ben.get("/v3/rooms/{}/state", room).refused(403, "M_FORBIDDEN");
        ben.get("/v3/rooms/{}/messages?dir=b", room).refused(403, "M_FORBIDDEN");
        ben.get("/v3/rooms/{}/members", room).refused(403, "M_FORBIDDEN");
        ben.put("{}", "/v3/rooms/{}/send/m.room.message/1", room).refused(403, "M_FORBIDDEN");
        ben.put("{}", "/v3/rooms/{}/send/m.room.message/1", "!none:localhost").refused(403, "M_FORBIDDEN");
        ben.post("{}", "/v3/rooms/{}/join", "!none:localhost").refused(404, "M_NOT_FOUND");
        ben.put("{}", "/v3/rooms/{}/typing/{}", room, ann.userId()).refused(403, "M_FORBIDDEN");
    }

    @Test
    void membersAreListedByMembership() {
        String room = ann.createRoom("{'preset': 'public_chat', 'invite': ['" + cleo.userId() + "']}");
        String before = ann.sync().path("next_batch").asString();
        ben.join(room);
        assertEquals(3, ann.get("/v3/rooms/{}/members", room).ok().path("chunk").size());
        assertEquals(2, ann.get("/v3/rooms/{}/members?membership=join", room).ok().path("chunk").size());
        assertEquals(1, ann.get("/v3/rooms/{}/members?not_membership=join", room).ok().path("chunk").size());
        assertEquals(2, ann.get("/v3/rooms/{}/members?at={}", room, before).ok().path("chunk").size());
    }

    private static JsonNode state(Client user, String room, String type) {
        return user.get("/v3/rooms/{}/state/{}", room, type).ok();
    }

    private static String membership(Client user, String room, Client member) {
        return user.get("/v3/rooms/{}/state/m.room.member/{}", room, member.userId()).ok().path("membership")
                .asString();
    }
}
