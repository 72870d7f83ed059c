package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import chat.pando.machine.Decryption.Reason;
import chat.pando.matrix.RoomId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of room events: decrypted, or closed for a reason that a person can read (law 5, F16). */
class RoomDecryptionTest {

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");

    @BeforeEach
    void meet() {
        world.meet(alice, bob);
    }

    private JsonObject event(int number) {
        return bob.fetchAll().get(World.ROOM).get(number);
    }

    private static JsonObject with(JsonObject event, String name, String value) {
        return event.toBuilder().put(name, value).build();
    }

    private static JsonObject withContent(JsonObject event, String name, JsonValue value) {
        JsonObject content = event.requireObject("content").toBuilder().put(name, value).build();
        return event.toBuilder().put("content", content).build();
    }

    private Reason reason(JsonObject event) {
        Decryption.Undecryptable closed =
                assertInstanceOf(Decryption.Undecryptable.class, bob.decrypt(World.ROOM, event));
        assertTrue(closed.plainWords().endsWith("."), "a sentence");
        return closed.reason();
    }

    @Test
    void theSenderIsNamed() {
        alice.say(World.ROOM, "hello");
        world.sync(bob);
        Decryption.Decrypted decrypted =
                assertInstanceOf(Decryption.Decrypted.class, bob.decrypt(World.ROOM, event(0)));
        assertEquals(
                new SenderInfo(alice.user(), Optional.of(alice.device()), SenderInfo.Trust.LISTED_DEVICE),
                decrypted.sender());
        Decryption.Decrypted own =
                assertInstanceOf(Decryption.Decrypted.class, alice.decrypt(World.ROOM, event(0)));
        assertEquals(SenderInfo.Trust.OWN_DEVICE, own.sender().trust());
    }

    @Test
    void f16TheSameEventTwiceIsNoAlarm() {
        alice.say(World.ROOM, "hello");
        world.sync(bob);
        bob.restart();
        assertInstanceOf(Decryption.Decrypted.class, bob.decrypt(World.ROOM, event(0)));
        List<Decryption> twice = bob.job(draft ->
                bob.machine().decrypt(World.ROOM, List.of(event(0), event(0)), draft));
        twice.forEach(each -> assertInstanceOf(Decryption.Decrypted.class, each));
    }

    @Test
    void law5AReplayUnderAnotherIdIsRefused() {
        alice.say(World.ROOM, "hello");
        world.sync(bob);
        bob.restart();
        assertEquals(Reason.REPLAY, reason(with(event(0), "event_id", "$copy")));
    }

    @Test
    void law5AReplayWithinOneBatchIsRefused() {
        alice.say(World.ROOM, "hello");
        bob.does(draft -> bob.machine().receive(bob.fetch().input(), draft));
        JsonObject copy = with(event(0), "event_id", "$copy");
        List<Decryption> both =
                bob.job(draft -> bob.machine().decrypt(World.ROOM, List.of(event(0), copy), draft));
        assertInstanceOf(Decryption.Decrypted.class, both.get(0));
        assertEquals(
                Reason.REPLAY, assertInstanceOf(Decryption.Undecryptable.class, both.get(1)).reason());
    }

    @Test
    void anEventUnderAnothersNameIsForged() {
        alice.say(World.ROOM, "hello");
        world.sync(bob);
        assertEquals(Reason.FORGED, reason(with(event(0), "sender", "@mallory:test")));
    }

    @Test
    void anEventFromAnotherRoomHasNoKeyHere() {
        alice.say(World.ROOM, "hello");
        world.sync(bob);
        Decryption elsewhere = bob.decrypt(new RoomId("!other:test"), event(0));
        assertEquals(
                Reason.NO_KEY, assertInstanceOf(Decryption.Undecryptable.class, elsewhere).reason());
    }

    @Test
    void aChangedCiphertextIsForged() {
        alice.say(World.ROOM, "hello");
        world.sync(bob);
        String text = event(0).at("content").requireString("ciphertext");
        char middle = text.charAt(text.length() / 2);
        String changed = text.substring(0, text.length() / 2)
                + (middle == 'A' ? 'B' : 'A')
                + text.substring(text.length() / 2 + 1);
        assertEquals(Reason.FORGED, reason(withContent(event(0), "ciphertext", new JsonString(changed))));
    }

    @Test
    void whatIsMissingOrMalformedIsNamed() {
        alice.say(World.ROOM, "hello");
        assertEquals(Reason.NO_KEY, reason(event(0)));
        assertEquals(Reason.MALFORMED, reason(JsonObject.EMPTY));
        assertEquals(Reason.MALFORMED, reason(event(0).without("event_id")));
        JsonValue text = new JsonString("???");
        assertEquals(Reason.MALFORMED, reason(withContent(event(0), "ciphertext", text)));
        assertEquals(Reason.UNKNOWN_ALGORITHM, reason(withContent(event(0), "algorithm", text)));
    }

    @Test
    void aWithheldKeyIsExplained() {
        alice.say(World.ROOM, "hello");
        world.server.emptyInbox(bob.user(), bob.device());
        world.server.deliver(alice.user(), "m.room_key.withheld", bob.user(), bob.device(), JsonObject.builder()
                .put("algorithm", "m.megolm.v1.aes-sha2")
                .put("room_id", World.ROOM.value())
                .put("session_id", event(0).at("content").requireString("session_id"))
                .put("code", "m.unverified")
                .build());
        world.sync(bob);
        assertEquals(Reason.WITHHELD, reason(event(0)));
    }

    @Test
    void aLongBatchOutOfOrderIsDecryptedInItsOrder() {
        alice.rotateAfter(1_000);
        for (int i = 0; i < 150; i++) {
            alice.say(World.ROOM, "text " + i);
        }
        bob.does(draft -> bob.machine().receive(bob.fetch().input(), draft));
        List<JsonObject> events = new ArrayList<>(bob.fetchAll().get(World.ROOM));
        Collections.reverse(events);
        List<Decryption> results = bob.job(draft -> bob.machine().decrypt(World.ROOM, events, draft));
        for (int i = 0; i < 150; i++) {
            Decryption.Decrypted decrypted = assertInstanceOf(Decryption.Decrypted.class, results.get(i));
            assertEquals(
                    "text " + (149 - i), decrypted.plaintextEvent().at("content").requireString("body"));
        }
        bob.restart();
        assertInstanceOf(Decryption.Decrypted.class, bob.decrypt(World.ROOM, events.get(0)));
    }
}
