package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.OlmMessage;
import chat.pando.crypto.PreKeyMessage;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.machine.OutgoingRequest.Kind;
import chat.pando.store.Device;
import chat.pando.store.Devices;
import chat.pando.store.KeyRange;
import chat.pando.store.MemoryDatabase;
import chat.pando.store.Row;
import chat.pando.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Olm messages as they come: in order, again, forged, or for sessions that do not fit any more (law 6, F1 to
 * F18).
 */
class OlmInboxTest {

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");

    @BeforeEach
    void meet() {
        world.meet(alice, bob);
    }

    /** Alice writes an event of some type to Bob's device. */
    private void tell(Client from, Client to, String type, String text) {
        from.does(draft -> {
            Device device = new Devices(from.rows()).get(draft, to.user()).get(to.device()).orElseThrow();
            JsonObject content = JsonObject.builder().put("text", text).build();
            from.outbox().post(List.of(new Letter(device, type, content)), JsonObject.EMPTY, draft);
        });
        from.flush();
    }

    private static List<String> heard(Client client) {
        return client.deviceEvents().stream().map(event -> event.content().requireString("text")).toList();
    }

    private int sessions(Client client) {
        return client.store().scan(Table.OLM_SESSIONS, KeyRange.all()).stream()
                .mapToInt(row -> client.parse(row.body()).requireArray("sessions").size())
                .sum();
    }

    @Test
    void eventsComeInOrderAndSayWhoSentThem() {
        alice.say(World.ROOM, "begins the session");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            tell(alice, bob, "test.event", "number " + i);
            sent.add("number " + i);
        }
        world.sync(bob);
        assertEquals(sent, heard(bob));
        SenderInfo from = bob.deviceEvents().get(0).from().orElseThrow();
        assertEquals(alice.user(), from.user());
        assertEquals(alice.device(), from.device().orElseThrow());
        assertEquals(SenderInfo.Trust.LISTED_DEVICE, from.trust());
    }

    @Test
    void f1WritersWhoTakeTurnsKeepOneSession() {
        for (int i = 0; i < 5; i++) {
            bob.say(World.ROOM, "bob " + i);
            alice.restart();
            world.sync(alice);
            tell(alice, bob, "test.event", "alice " + i);
            bob.restart();
            world.sync(bob);
            tell(bob, alice, "test.event", "bob again " + i);
            world.sync(alice);
        }
        assertEquals(5, heard(alice).size());
        assertEquals(5, heard(bob).size());
        assertEquals(1, sessions(alice));
        assertEquals(1, sessions(bob));
    }

    @Test
    void nobodyTriesToOpenWhatIsForOthers() {
        alice.say(World.ROOM, "begins the session");
        world.sync(bob);
        tell(alice, bob, "test.event", "for bob");
        JsonObject content = world.server.inbox(bob.user(), bob.device()).get(0).at("content");
        world.server.emptyInbox(bob.user(), bob.device());
        JsonObject cipher = content.at("ciphertext", bob.identity());
        JsonObject forAnother = content.toBuilder()
                .put("ciphertext", JsonObject.builder().put(alice.identity(), cipher).build())
                .build();
        world.server.deliver(alice.user(), "m.room.encrypted", bob.user(), bob.device(), forAnother);
        List<Row> before = bob.store().scan(Table.OLM_SESSIONS, KeyRange.all());
        bob.sync();
        assertEquals(before, bob.store().scan(Table.OLM_SESSIONS, KeyRange.all()));
        assertEquals(List.of(), bob.store().scan(Table.OLM_TROUBLES, KeyRange.all()), "it is no sign of a wedge");
        assertEquals(List.of(), bob.outgoing());
    }

    @Test
    void f9AOneTimeKeyIsDeletedOnlyAfterADecryptWithItSucceeded() throws CryptoException {
        alice.say(World.ROOM, "begins a session");
        JsonObject good = world.server.inbox(bob.user(), bob.device()).get(0);
        String identity = bob.identity();
        JsonObject ciphertext = good.at("content", "ciphertext", identity);
        String body = ciphertext.requireString("body");
        String broken = body.substring(0, body.length() - 4) + (body.endsWith("AAAA") ? "BBBA" : "AAAA");
        JsonObject bad = good.requireObject("content").toBuilder()
                .put("ciphertext", JsonObject.builder()
                        .put(identity, ciphertext.toBuilder().put("body", broken).build())
                        .build())
                .build();
        world.server.emptyInbox(bob.user(), bob.device());
        world.server.deliver(alice.user(), "m.room.encrypted", bob.user(), bob.device(), bad);
        String oneTimeKey = ((PreKeyMessage) OlmMessage.parse(0, body)).keys().oneTimeKey().base64();
        bob.sync();
        assertTrue(bob.store().get(Table.ONE_TIME_KEYS, oneTimeKey).isPresent());
        world.server.deliver(
                alice.user(), "m.room.encrypted", bob.user(), bob.device(), good.requireObject("content"));
        world.sync(bob);
        assertTrue(bob.texts().contains("begins a session"));
        assertFalse(bob.store().get(Table.ONE_TIME_KEYS, oneTimeKey).isPresent());
    }

    @Test
    void f17ACrashBetweenSyncAndCommitLosesNothing() {
        alice.say(World.ROOM, "the key is under way");
        bob.database().failNextCommit(MemoryDatabase.Fault.CRASH_BEFORE_COMMIT);
        bob.survive(bob::sync);
        bob.sync();
        assertEquals(Set.of("the key is under way"), bob.texts());
    }

    @Test
    void f18AMessageThatComesAgainIsIgnored() {
        alice.say(World.ROOM, "begins the session");
        tell(alice, bob, "test.event", "once");
        List<JsonObject> inbox = world.server.inbox(bob.user(), bob.device());
        world.sync(bob);
        bob.restart();
        for (JsonObject event : inbox) {
            world.server.deliver(
                    alice.user(), "m.room.encrypted", bob.user(), bob.device(), event.requireObject("content"));
        }
        bob.sync();
        assertEquals(List.of("once"), heard(bob));
        assertTrue(bob.outgoing(Kind.KEYS_CLAIM).isEmpty(), "no new session");
    }

    @Test
    void f18AMessageTwiceInOneResponseIsTakenOnce() {
        alice.say(World.ROOM, "begins the session");
        tell(alice, bob, "test.event", "once");
        List<JsonObject> inbox = world.server.inbox(bob.user(), bob.device());
        inbox.forEach(event -> world.server.deliver(
                alice.user(), "m.room.encrypted", bob.user(), bob.device(), event.requireObject("content")));
        bob.sync();
        assertEquals(List.of("once"), heard(bob));
    }

    @Test
    void aMessagePassedOnAsAnothersIsDropped() {
        Client mallory = world.client("@mallory:test", "M1");
        alice.say(World.ROOM, "begins the session");
        JsonObject genuine = world.server.inbox(bob.user(), bob.device()).get(0).requireObject("content");
        world.server.emptyInbox(bob.user(), bob.device());
        world.server.deliver(mallory.user(), "m.room.encrypted", bob.user(), bob.device(), genuine);
        bob.sync();
        assertEquals(Set.of(), bob.texts());
    }

    @Test
    void aRoomKeyInTheClearIsRefused() {
        JsonObject key = JsonObject.builder().put("algorithm", "m.megolm.v1.aes-sha2").build();
        world.server.deliver(alice.user(), "m.room_key", bob.user(), bob.device(), key);
        world.server.deliver(alice.user(), "m.forwarded_room_key", bob.user(), bob.device(), key);
        world.server.deliver(alice.user(), "test.plain", bob.user(), bob.device(),
                JsonObject.builder().put("text", "plain").build());
        bob.sync();
        assertEquals(List.of("plain"), heard(bob));
        assertTrue(bob.deviceEvents().get(0).from().isEmpty(), "nothing vouches for it");
    }

    @Test
    void malformedMessagesHarmNobody() {
        for (String type : List.of("m.room.encrypted", "m.room_key.withheld", "m.dummy", "x")) {
            world.server.deliver(alice.user(), type, bob.user(), bob.device(), JsonObject.EMPTY);
            world.server.deliver(alice.user(), type, bob.user(), bob.device(), JsonObject.builder()
                    .put("algorithm", "m.olm.v1.curve25519-aes-sha2")
                    .put("sender_key", "not a key")
                    .put("ciphertext", JsonObject.builder()
                            .put(bob.identity(), JsonObject.builder().put("type", 9).put("body", "?").build())
                            .build())
                    .build());
        }
        bob.sync();
        alice.say(World.ROOM, "goes on");
        bob.sync();
        assertEquals(Set.of("goes on"), bob.texts());
    }

    /** Both know each other over Olm; then Bob's sessions are lost, as from a restored old store. */
    private void wedge() {
        alice.say(World.ROOM, "one");
        world.sync(bob);
        tell(bob, alice, "test.event", "so the session is whole");
        world.sync(alice);
        bob.does(draft -> draft.scan(Table.OLM_SESSIONS, KeyRange.all())
                .forEach(row -> draft.delete(Table.OLM_SESSIONS, row.key())));
    }

    @Test
    void law6f11AWedgedSessionHealsItselfAndTheRoomKeyComesAgain() {
        wedge();
        alice.rotateAfter(1);
        alice.say(World.ROOM, "with a key that bob cannot open");
        bob.sync();
        assertEquals(1, bob.undecryptable());
        assertEquals(1, bob.outgoing(Kind.KEYS_CLAIM).size());
        bob.flush(); // claims, and m.dummy
        world.sync(alice); // takes the new session, shares the key again
        world.sync(bob);
        assertEquals(0, bob.undecryptable());
        assertTrue(bob.texts().contains("with a key that bob cannot open"));
    }

    @Test
    void law6AtMostOneNewSessionPerDeviceAndHour() {
        wedge();
        for (int i = 0; i < 5; i++) {
            world.server.emptyInbox(alice.user(), alice.device());
            tell(alice, bob, "test.event", "unreadable " + i);
            world.sync(bob);
        }
        int before = world.server.claims();
        assertEquals(1, sessions(bob));
        world.clock.advance(World.HOUR);
        world.sync(bob);
        assertEquals(before + 1, world.server.claims());
    }

    @Test
    void f14TheMarkIsClearedByASuccess() {
        wedge();
        tell(alice, bob, "test.event", "unreadable");
        world.sync(bob);
        tell(alice, bob, "test.event", "unreadable, as it crossed bob's new session");
        world.sync(bob);
        world.sync(alice);
        tell(alice, bob, "test.event", "readable");
        world.sync(bob);
        assertTrue(heard(bob).contains("readable"));
        int before = world.server.claims();
        world.clock.advance(3 * World.HOUR);
        world.sync(bob, alice, bob);
        assertEquals(before, world.server.claims());
    }

    @Test
    void f12MessagesGoOnTheSessionThatLastReceived() {
        wedge();
        tell(alice, bob, "test.event", "unreadable");
        world.sync(bob, alice);
        tell(alice, bob, "test.event", "on the new session");
        world.sync(bob);
        assertEquals(List.of("on the new session"), heard(bob));
    }

    @Test
    void f13RoomKeysAreSentAgainAtMostOnceAnHour() {
        wedge();
        alice.rotateAfter(1);
        alice.say(World.ROOM, "unreadable");
        world.sync(bob, alice);
        int before = world.server.toDeviceRequests();
        tell(bob, alice, "m.dummy", "");
        tell(bob, alice, "m.dummy", "");
        world.sync(alice);
        assertEquals(before + 2, world.server.toDeviceRequests(), "only bob's two");
        world.clock.advance(World.HOUR);
        world.sync(alice);
        assertTrue(world.server.toDeviceRequests() > before + 2, "what was put off is done");
        assertFalse(world.server.inbox(bob.user(), bob.device()).isEmpty());
    }

    @Test
    void law6AWedgedSessionHealsAlsoWhenTheDeviceWasUnknown() {
        wedge();
        bob.does(draft -> draft.delete(Table.DEVICES, alice.user().value()));
        alice.rotateAfter(1);
        alice.say(World.ROOM, "from a stranger");
        world.sync(bob, alice, bob);
        assertTrue(bob.texts().contains("from a stranger"));
    }
}
