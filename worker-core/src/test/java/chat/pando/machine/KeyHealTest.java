package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that lacks a room key asks for it, and gets what it is entitled to: no more. */
class KeyHealTest {

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");

    @BeforeEach
    void meet() {
        world.meet(alice, bob);
        world.sync(alice, bob);
    }

    /** Bob's device forgets the room keys that it has, as if they had never come. */
    private void loseKeys(Client client) {
        client.does(draft -> List.copyOf(draft.scan(Table.INBOUND_GROUP_SESSIONS, KeyRange.all()))
                .forEach(row -> draft.delete(Table.INBOUND_GROUP_SESSIONS, row.key())));
    }

    /** Alice says something, and its key gets lost on the way to that client. */
    private String sayUnreadably(Client client, String text) {
        String event = alice.say(World.ROOM, text);
        world.server.emptyInbox(client.user(), client.device());
        world.sync(client);
        return event;
    }

    private JsonObject event(String id) {
        return world.server.events(World.ROOM).stream()
                .filter(event -> event.requireString("event_id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<OutgoingRequest> requests(Client client) {
        return client.outgoing().stream()
                .filter(request -> request.request().path().contains("/m.room_key_request/"))
                .toList();
    }

    private void askNow(Client client) {
        world.clock.advance(World.MINUTE);
        world.sync(client);
    }

    private JsonObject request(String event, String device) {
        return JsonObject.builder()
                .put("action", "request")
                .put("request_id", "r" + device)
                .put("requesting_device_id", device)
                .put("body", JsonObject.builder()
                        .put("algorithm", RoomEncryption.MEGOLM)
                        .put("room_id", World.ROOM.value())
                        .put("session_id", event(event).at("content").requireString("session_id"))
                        .build())
                .build();
    }

    /** Somebody asks Alice's device for the key of an event in that device's name; nothing may be sent but a refusal. */
    private void askInVain(UserId user, String device, String event) {
        world.server.deliver(user, "m.room_key_request", alice.user(), alice.device(), request(event, device));
        alice.sync();
        List<String> types = new ArrayList<>();
        alice.outgoing().forEach(request -> types.add(request.request().path().split("/")[5]));
        assertFalse(types.contains("m.room.encrypted"), "a key was sent");
        alice.flush();
    }

    @Test
    void aKeyThatGotLostIsAskedForAndComes() {
        String lost = sayUnreadably(bob, "lost");
        assertEquals(1, bob.undecryptable());
        assertEquals(List.of(), requests(bob), "it may be on its way");
        world.clock.advance(2 * KeyWishes.FIRST_MILLIS);
        bob.sync();
        assertEquals(1, requests(bob).size());
        bob.flush();
        world.sync(alice, bob);
        assertEquals("lost", bob.timeline().get(lost));
        assertEquals(0, bob.undecryptable());
        assertTrue(bob.machine().nextTidy(bob.store()).isEmpty(), "nothing is wanted any more");
    }

    @Test
    void itHealsEvenWithoutAnOlmSession() {
        String lost = sayUnreadably(bob, "lost");
        alice.does(draft -> List.copyOf(draft.scan(Table.OLM_SESSIONS, KeyRange.all()))
                .forEach(row -> draft.delete(Table.OLM_SESSIONS, row.key())));
        askNow(bob);
        world.sync(alice, bob);
        assertEquals("lost", bob.timeline().get(lost));
    }

    @Test
    void lostRequestsAndLostAnswersDoNotEndIt() {
        String lost = sayUnreadably(bob, "lost");
        askNow(bob);
        world.server.emptyInbox(alice.user(), alice.device()); // the request is lost
        world.clock.advance(2 * World.MINUTE);
        world.sync(bob);
        world.sync(alice);
        world.server.emptyInbox(bob.user(), bob.device()); // the answer is lost
        for (int i = 0; i < 3; i++) {
            bob.restart();
            world.clock.advance(4 * World.MINUTE);
            world.sync(bob, alice);
        }
        world.sync(bob);
        assertEquals("lost", bob.timeline().get(lost));
    }

    @Test
    void itIsAskedForEverMoreRarelyAndNotForEver() {
        sayUnreadably(bob, "lost");
        int asked = 0;
        List<Long> pauses = new ArrayList<>();
        long last = world.clock.now();
        for (int minute = 0; minute < 48 * 60; minute++) {
            world.clock.advance(World.MINUTE);
            bob.sync();
            if (!requests(bob).isEmpty()) {
                asked += requests(bob).size();
                pauses.add(world.clock.now() - last);
                last = world.clock.now();
                requests(bob).forEach(bob::exchange);
            }
        }
        assertEquals(KeyWishes.MOST_ATTEMPTS, asked);
        assertTrue(pauses.get(9) >= 60 * pauses.get(1), "the pauses grow: " + pauses);
        assertTrue(pauses.get(9) <= 6 * World.HOUR + World.MINUTE, "and are capped: " + pauses);
    }

    @Test
    void theSameKeyIsSentToADeviceOnceAMinuteHoweverOftenItAsks() {
        String said = alice.say(World.ROOM, "hello");
        world.sync(bob);
        int before = world.server.toDeviceRequests();
        for (int i = 0; i < 10; i++) {
            world.server.deliver(bob.user(), "m.room_key_request", alice.user(), alice.device(), request(said, "B1"));
            world.sync(alice);
        }
        assertEquals(1, world.server.toDeviceRequests() - before);
        world.clock.advance(KeyRequests.PAUSE_MILLIS);
        world.server.deliver(bob.user(), "m.room_key_request", alice.user(), alice.device(), request(said, "B1"));
        world.sync(alice);
        assertEquals(2, world.server.toDeviceRequests() - before);
    }

    @Test
    void manyMissingKeysAreAskedForInFewRequests() {
        Client carol = world.client("@carol:test", "C1");
        world.meet(alice, bob, carol);
        world.sync(alice, bob, carol);
        alice.say(World.ROOM, "by alice");
        carol.say(World.ROOM, "by carol");
        world.server.emptyInbox(bob.user(), bob.device());
        world.sync(bob);
        assertEquals(2, bob.undecryptable());
        world.clock.advance(World.MINUTE);
        bob.sync();
        assertEquals(1, requests(bob).size());
        bob.flush();
        world.sync(alice, carol, bob);
        assertEquals(0, bob.undecryptable());
    }

    @Test
    void anotherUserGetsNothing() {
        String said = alice.say(World.ROOM, "for bob");
        Client eve = world.client("@eve:test", "E1");
        alice.does(draft -> alice.machine().track(Set.of(eve.user()), draft));
        world.sync(alice);
        askInVain(eve.user(), "E1", said);
        assertEquals(List.of(), world.server.inbox(eve.user(), eve.device()), "who was never there isn't even told no");
        askInVain(eve.user(), "B1", said); // in the name of a device that is entitled, but another user's
        assertEquals(List.of(), world.server.inbox(eve.user(), eve.device()));
    }

    @Test
    void aDeviceThatCameLaterGetsNothingOfBeforeAndIsTold() {
        String said = alice.say(World.ROOM, "before");
        Client late = world.client("@bob:test", "B2");
        world.sync(late, alice);
        alice.rotateAfter(1); // a new session: so that B2 is known to be in the room
        alice.say(World.ROOM, "after");
        world.sync(late);
        askInVain(bob.user(), "B2", said);
        world.sync(late);
        assertFalse(late.texts().contains("before"));
        Decryption.Undecryptable closed = assertInstanceOf(
                Decryption.Undecryptable.class, late.decrypt(World.ROOM, event(said)));
        assertEquals("You were not in the room when this message was sent.", closed.plainWords());
        int asked = requests(late).size();
        world.clock.advance(World.DAY);
        late.sync();
        assertEquals(asked, requests(late).size(), "who was told doesn't ask again");
    }

    @Test
    void anEarlierIndexIsNotToBeHad() {
        String early = alice.say(World.ROOM, "index 0");
        Client late = world.client("@bob:test", "B2");
        world.sync(late, alice);
        String entitled = alice.say(World.ROOM, "index 1");
        world.sync(late);
        assertEquals("index 1", late.timeline().get(entitled));
        loseKeys(late);
        assertInstanceOf(Decryption.Undecryptable.class, late.decrypt(World.ROOM, event(entitled)));
        askNow(late);
        world.sync(alice, late);
        assertInstanceOf(Decryption.Decrypted.class, late.decrypt(World.ROOM, event(entitled)));
        Decryption.Undecryptable closed = assertInstanceOf(
                Decryption.Undecryptable.class, late.decrypt(World.ROOM, event(early)));
        assertEquals(Decryption.Reason.KEY_TOO_LATE, closed.reason());
        for (int i = 0; i < 5; i++) {
            askNow(late);
            world.sync(alice, late);
        }
        assertInstanceOf(Decryption.Undecryptable.class, late.decrypt(World.ROOM, event(early)));
        assertTrue(late.machine().nextTidy(late.store()).isEmpty(), "what came is all there is");
    }

    @Test
    void whoHasLeftGetsNothingOfAfterwards() {
        alice.say(World.ROOM, "while bob is there");
        world.sync(bob);
        world.server.leave(World.ROOM, bob.user());
        alice.does(draft -> alice.machine().memberGone(World.ROOM, bob.user(), draft));
        String after = alice.say(World.ROOM, "without bob");
        askInVain(bob.user(), "B1", after);
        world.sync(bob);
        assertInstanceOf(Decryption.Undecryptable.class, bob.decrypt(World.ROOM, event(after)));
    }

    @Test
    void aForgedIdentityKeyGetsNothing() {
        String said = alice.say(World.ROOM, "for bob's device");
        world.sync(bob);
        world.server.logOut(bob.user(), bob.device());
        world.sync(alice); // so that its first keys are forgotten
        world.device(bob.user(), bob.device()); // the same name, other keys
        world.sync(alice);
        askInVain(bob.user(), "B1", said);
        assertTrue(world.server.inbox(bob.user(), bob.device()).stream()
                .noneMatch(event -> event.requireString("type").equals("m.room.encrypted")));
    }

    @Test
    void aSessionOfSomebodyElseIsNotPassedOn() {
        Client carol = world.client("@carol:test", "C1");
        world.meet(alice, bob, carol);
        world.sync(alice, bob, carol);
        String said = bob.say(World.ROOM, "by bob");
        world.sync(alice, carol);
        assertTrue(alice.texts().contains("by bob"));
        askInVain(carol.user(), "C1", said);
    }

    @Test
    void aRequestForAnotherRoomGetsNothing() {
        String said = alice.say(World.ROOM, "hello");
        world.sync(bob);
        JsonObject elsewhere = request(said, "B1");
        JsonObject body = elsewhere.at("body").toBuilder().put("room_id", "!elsewhere:test").build();
        world.server.deliver(bob.user(), "m.room_key_request", alice.user(), alice.device(),
                elsewhere.toBuilder().put("body", body).build());
        alice.sync();
        assertEquals(List.of(), alice.outgoing());
    }

    @Test
    void law11MalformedRequestsAreSurvived() {
        String said = alice.say(World.ROOM, "hello");
        JsonObject good = request(said, "B1");
        List<JsonObject> bad = List.of(
                JsonObject.EMPTY,
                good.without("body"),
                good.without("requesting_device_id"),
                good.toBuilder().put("action", "request_cancellation").build(),
                good.toBuilder().put("body", 3).build(),
                good.toBuilder().put("requesting_device_id", "").build());
        bad.forEach(content ->
                world.server.deliver(bob.user(), "m.room_key_request", alice.user(), alice.device(), content));
        alice.sync();
        assertEquals(List.of(), alice.outgoing());
    }

    @Test
    void aKeyIsNotAskedForOfTheDeviceItself() {
        String said = alice.say(World.ROOM, "my own");
        loseKeys(alice);
        assertInstanceOf(Decryption.Undecryptable.class, alice.decrypt(World.ROOM, event(said)));
        world.clock.advance(World.HOUR);
        alice.sync();
        assertEquals(List.of(), requests(alice));
    }

    @Test
    void howManyKeysAreWantedIsBounded() {
        sayUnreadably(bob, "lost");
        JsonObject real = event(world.server.events(World.ROOM).get(0).requireString("event_id"));
        for (int i = 0; i < 600; i++) {
            JsonObject content = real.at("content").toBuilder().put("session_id", "session" + i).build();
            bob.decrypt(World.ROOM, real.toBuilder().put("content", content).build());
        }
        List<Row> wanted = bob.store().scan(Table.WANTED_KEYS, KeyRange.all());
        assertEquals(128, wanted.size());
        for (int hour = 0; hour < 72; hour++) {
            world.clock.advance(World.HOUR);
            bob.sync();
        }
        assertEquals(128, bob.store().scan(Table.WANTED_KEYS, KeyRange.startingWith("~")).size(), "all are over");
        world.clock.advance(2 * World.DAY);
        JsonObject content = real.at("content").toBuilder().put("session_id", "another").build();
        bob.decrypt(World.ROOM, real.toBuilder().put("content", content).build());
        assertEquals(1, bob.store().scan(Table.WANTED_KEYS, KeyRange.all()).size(), "and forgotten in the end");
    }

    @Test
    void aDeviceThatDoesNotSayWhoItIsIsAskedWithAllOthersOfItsUser() {
        String lost = alice.say(World.ROOM, "lost");
        world.server.emptyInbox(bob.user(), bob.device());
        JsonObject event = event(lost);
        JsonObject bare = event.toBuilder()
                .put("content", event.at("content").without("device_id").without("sender_key"))
                .build();
        assertInstanceOf(Decryption.Undecryptable.class, bob.decrypt(World.ROOM, bare));
        world.clock.advance(World.MINUTE);
        bob.does(draft -> bob.machine().tidy(draft));
        JsonObject messages = requests(bob).get(0).request().body().orElseThrow().at("messages");
        assertEquals(Set.of("*"), messages.at(alice.user().value()).names());
        assertEquals(new DeviceId("A1"), alice.device());
    }
}
