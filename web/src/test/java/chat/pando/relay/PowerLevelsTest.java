package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PowerLevelsTest extends RelayTest {

    private Client owner;
    private Client moderator;
    private Client member;
    private String room;

    @BeforeAll
    void registerUsers() {
        owner = register("owner");
        moderator = register("moderator");
        member = register("member");
    }

    @BeforeEach
    void makeRoom() {
        room = owner.createRoom("{'preset': 'public_chat', 'power_level_content_override': {'users': {'"
                + owner.userId() + "': 100, '" + moderator.userId() + "': 50}}}");
        moderator.join(room);
        member.join(room);
    }

    @Test
    void stateNeedsItsLevel() {
        setState(member, "m.room.name", "", "{'name': 'x'}").refused(403, "M_FORBIDDEN");
        setState(moderator, "m.room.name", "", "{'name': 'x'}").ok();
        setState(moderator, "m.room.power_levels", "", "{}").refused(403, "M_FORBIDDEN");
        setState(moderator, "m.room.encryption", "", "{}").refused(403, "M_FORBIDDEN");
    }

    @Test
    void stateOfAUserIsTheirs() {
        setState(owner, "chat.pando.own", member.userId(), "{}").refused(403, "M_FORBIDDEN");
        setState(owner, "chat.pando.own", owner.userId(), "{}").ok();
    }

    @Test
    void messagesNeedTheirLevel() {
        setLevels("'events_default': 10, 'events': {'m.sticker': 0}");
        member.put("{}", "/v3/rooms/{}/send/m.room.message/1", room).refused(403, "M_FORBIDDEN");
        member.put("{}", "/v3/rooms/{}/send/m.sticker/1", room).ok();
        moderator.put("{}", "/v3/rooms/{}/send/m.room.message/1", room).ok();
    }

    @Test
    void nobodyReachesAboveThemselves() {
        setLevels("'events': {'m.room.power_levels': 50}");
        setState(moderator, "m.room.power_levels", "", levels(100, 100, "")).refused(403, "M_FORBIDDEN");
        setState(moderator, "m.room.power_levels", "", levels(50, 50, "")).refused(403, "M_FORBIDDEN");
        setState(moderator, "m.room.power_levels", "", levels(100, 50, "'ban': 60")).refused(403, "M_FORBIDDEN");
        setState(moderator, "m.room.power_levels", "",
                levels(100, 50, "'ban': 40, 'events': {'m.room.power_levels': 50}")).ok();
        setState(moderator, "m.room.power_levels", "", levels(100, 0, "'events': {'m.room.power_levels': 50}")).ok();
    }

    @Test
    void levelsAreIntegersOfUsers() {
        setState(owner, "m.room.power_levels", "", "{'ban': '50'}").refused(400, "M_BAD_JSON");
        setState(owner, "m.room.power_levels", "", "{'users': {'x': 50}}").refused(400, "M_BAD_JSON");
        setState(owner, "m.room.power_levels", "", "{'users': []}").refused(400, "M_BAD_JSON");
    }

    @Test
    void equalsDoNotRemoveEachOther() {
        setLevels("'users': {'" + owner.userId() + "': 100, '" + moderator.userId() + "': 50, '" + member.userId()
                + "': 50}");
        moderator.post("{'user_id': '" + member.userId() + "'}", "/v3/rooms/{}/kick", room).refused(403, "M_FORBIDDEN");
        moderator.post("{'user_id': '" + owner.userId() + "'}", "/v3/rooms/{}/ban", room).refused(403, "M_FORBIDDEN");
        owner.post("{'user_id': '" + moderator.userId() + "'}", "/v3/rooms/{}/kick", room).ok();
    }

    @Test
    void invitingNeedsItsLevel() {
        Client guest = register("guest" + room.hashCode());
        setLevels("'invite': 50");
        String invite = "{'user_id': '" + guest.userId() + "'}";
        member.post(invite, "/v3/rooms/{}/invite", room).refused(403, "M_FORBIDDEN");
        moderator.post(invite, "/v3/rooms/{}/invite", room).ok();
    }

    @Test
    void redactingOthersNeedsItsLevel() {
        String said = member.say(room, "1", "secret");
        String byOwner = owner.say(room, "1", "mine");
        member.put("{}", "/v3/rooms/{}/redact/{}/2", room, byOwner).refused(403, "M_FORBIDDEN");
        member.put("{}", "/v3/rooms/{}/redact/{}/3", room, said).ok();
        String redaction = moderator.put("{'reason': 'off'}", "/v3/rooms/{}/redact/{}/4", room, byOwner).ok()
                .path("event_id").asString();
        var redacted = owner.get("/v3/rooms/{}/event/{}", room, byOwner).ok();
        assertEquals(0, redacted.path("content").size());
        assertEquals(redaction, redacted.at("/unsigned/redacted_because/event_id").asString());
        var event = owner.get("/v3/rooms/{}/event/{}", room, redaction).ok();
        assertEquals(byOwner, event.at("/content/redacts").asString());
        assertEquals(byOwner, event.path("redacts").asString());
    }

    @Test
    void aRoomIsCreatedOnce() {
        setState(owner, "m.room.create", "", "{}").refused(403, "M_FORBIDDEN");
        setState(owner, "m.room.member", member.userId(), "{'membership': 'join'}").refused(403, "M_FORBIDDEN");
        setState(owner, "m.room.member", owner.userId(), "{'membership': 'dance'}").refused(400, "M_BAD_JSON");
    }

    private void setLevels(String more) {
        setState(owner, "m.room.power_levels", "", more.contains("'users'") ? "{" + more + "}" : levels(100, 50, more))
                .ok();
    }

    private String levels(int ofOwner, int ofModerator, String more) {
        return "{'users': {'" + owner.userId() + "': " + ofOwner + ", '" + moderator.userId() + "': " + ofModerator
                + "}" + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    private Answer setState(Client who, String type, String key, String content) {
        return who.put(content, "/v3/rooms/{}/state/{}/{}", room, type, key);
    }
}
