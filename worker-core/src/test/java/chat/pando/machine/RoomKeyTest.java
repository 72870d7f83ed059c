package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.machine.OutgoingRequest.Kind;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gets the key of a room, and when there is a new one. */
class RoomKeyTest {

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");

    private String sessionOf(Client client) {
        JsonObject encrypted = client.job(draft -> {
            client.machine().prepare(
                    World.ROOM, RoomEncryption.standard(), world.server.members(World.ROOM), draft);
            return client.machine().encrypt(World.ROOM, "m.test", JsonObject.EMPTY, draft);
        });
        return encrypted.requireString("session_id");
    }

    @Test
    void theSessionIsKeptAcrossMessagesAndRestarts() {
        world.meet(alice, bob);
        alice.say(World.ROOM, "one");
        String session = sessionOf(alice);
        alice.restart();
        alice.say(World.ROOM, "two");
        assertEquals(session, sessionOf(alice));
    }

    @Test
    void onceReadyNothingIsSentAgain() {
        world.meet(alice, bob);
        alice.say(World.ROOM, "one");
        int requests = world.server.toDeviceRequests();
        alice.say(World.ROOM, "two");
        alice.restart();
        alice.say(World.ROOM, "three");
        assertEquals(requests, world.server.toDeviceRequests());
        assertInstanceOf(Readiness.Ready.class, alice.prepare(World.ROOM));
    }

    @Test
    void aNewSessionBeginsAfterSoManyMessages() {
        world.meet(alice, bob);
        alice.rotateAfter(3);
        Set<String> sessions = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            alice.say(World.ROOM, "message " + i);
            sessions.add(alice.fetch().events().get(World.ROOM).get(i).at("content").requireString("session_id"));
        }
        assertEquals(3, sessions.size());
        world.sync(bob);
        assertEquals(7, bob.texts().size());
    }

    @Test
    void aNewSessionBeginsAfterAWeek() {
        world.meet(alice, bob);
        alice.say(World.ROOM, "one");
        String before = sessionOf(alice);
        world.clock.advance(7 * World.DAY);
        alice.say(World.ROOM, "two");
        assertNotEquals(before, sessionOf(alice));
    }

    @Test
    void aNewSessionBeginsWhenAMemberLeaves() {
        Client carol = world.client("@carol:test", "C1");
        world.meet(alice, bob, carol);
        alice.say(World.ROOM, "with carol");
        world.sync(carol);
        world.server.leave(World.ROOM, carol.user());
        alice.does(draft -> alice.machine().memberGone(World.ROOM, carol.user(), draft));
        alice.say(World.ROOM, "without carol");
        world.server.join(World.ROOM, carol.user());
        world.sync(bob, carol);
        assertEquals(Set.of("with carol", "without carol"), bob.texts());
        assertEquals(Set.of("with carol"), carol.texts());
    }

    @Test
    void aMemberWhoLeftUnnoticedGetsNoKeyEither() {
        Client carol = world.client("@carol:test", "C1");
        world.meet(alice, bob, carol);
        alice.say(World.ROOM, "with carol");
        String before = sessionOf(alice);
        world.server.leave(World.ROOM, carol.user());
        alice.say(World.ROOM, "without carol");
        assertNotEquals(before, sessionOf(alice));
    }

    @Test
    void aNewSessionBeginsWhenADeviceIsLoggedOut() {
        Client second = world.client("@bob:test", "B2");
        world.meet(alice, bob);
        alice.say(World.ROOM, "with both devices");
        String before = sessionOf(alice);
        world.server.logOut(second.user(), second.device());
        world.sync(alice);
        alice.say(World.ROOM, "with one device");
        assertNotEquals(before, sessionOf(alice));
    }

    @Test
    void aNewLoginDoesNotBeginANewSessionAndReadsFromThenOn() {
        world.meet(alice, bob);
        alice.say(World.ROOM, "before");
        String session = sessionOf(alice);
        Client second = world.client("@bob:test", "B2");
        world.sync(alice);
        alice.say(World.ROOM, "after");
        assertEquals(session, sessionOf(alice));
        world.sync(second);
        assertEquals(Set.of("after"), second.texts());
        JsonObject first = second.fetchAll().get(World.ROOM).get(0);
        Decryption before = second.decrypt(World.ROOM, first);
        assertEquals(
                Decryption.Reason.KEY_TOO_LATE,
                assertInstanceOf(Decryption.Undecryptable.class, before).reason());
    }

    @Test
    void atMost250MessagesAreInARequest() {
        for (int i = 0; i < 260; i++) {
            UserId user = new UserId("@u" + i + ":test");
            world.device(user, new DeviceId("D" + i));
            world.server.join(World.ROOM, user);
        }
        world.server.join(World.ROOM, alice.user());
        alice.say(World.ROOM, "to all");
        assertEquals(2, world.server.claims());
        assertEquals(2, world.server.toDeviceRequests());
        assertEquals(1, world.server.inbox(new UserId("@u259:test"), new DeviceId("D259")).size());
    }

    @Test
    void aDeviceWithoutKeysHoldsNobodyUpAndGetsTheKeyLater() {
        Client carol = world.client("@carol:test", "C1");
        world.meet(alice, bob, carol);
        world.server.dropAllKeys(carol.user(), carol.device());
        alice.say(World.ROOM, "one");
        alice.say(World.ROOM, "two");
        assertEquals(1, world.server.claims());
        world.sync(bob);
        assertEquals(Set.of("one", "two"), bob.texts());
        world.sync(carol, carol); // new keys are uploaded
        world.clock.advance(World.HOUR);
        world.sync(alice);
        world.sync(carol);
        assertEquals(Set.of("one", "two"), carol.texts());
    }

    @Test
    void aDeviceWithoutKeysGetsTheKeyWhenItWrites() {
        Client carol = world.client("@carol:test", "C1");
        world.meet(alice, bob, carol);
        world.server.dropAllKeys(carol.user(), carol.device());
        alice.say(World.ROOM, "one");
        carol.say(World.ROOM, "hello");
        world.sync(alice);
        world.sync(carol);
        assertEquals(Set.of("one", "hello"), carol.texts());
    }

    @Test
    void aClaimedKeyWithAWrongSignatureIsRefused() {
        world.meet(alice, bob);
        world.server.dropOneTimeKeys(bob.user(), bob.device());
        JsonObject forged = JsonObject.builder()
                .put("key", alice.machine().fingerprint())
                .put("signatures", JsonObject.builder()
                        .put("@bob:test", JsonObject.builder().put("ed25519:B1", "AAAA").build())
                        .build())
                .build();
        world.server.plant(bob.user(), bob.device(), "signed_curve25519:forged", forged);
        alice.say(World.ROOM, "not for the forger");
        assertTrue(world.server.inbox(bob.user(), bob.device()).isEmpty());
    }

    @Test
    void aRefusedRequestWithRoomKeysIsMadeAnewLater() {
        world.meet(alice, bob);
        alice.write(World.ROOM, "one");
        while (alice.outgoing(Kind.TO_DEVICE).isEmpty()) {
            alice.push();
            for (OutgoingRequest request : alice.outgoing()) {
                if (request.kind() != Kind.TO_DEVICE) {
                    alice.exchange(request);
                }
            }
        }
        alice.outgoing(Kind.TO_DEVICE).forEach(alice::refuse);
        alice.push();
        assertEquals(0, alice.waiting(), "a refusal does not hold up the message");
        world.clock.advance(World.HOUR);
        world.sync(alice);
        world.sync(bob);
        assertEquals(Set.of("one"), bob.texts());
    }

    @Test
    void withoutPreparationNothingIsEncrypted() {
        assertThrows(IllegalStateException.class, () -> alice.job(draft ->
                alice.machine().encrypt(World.ROOM, "m.test", JsonObject.EMPTY, draft)));
    }

    @Test
    void f15AnIndexIsUsedOnceAlsoWhenAJobFailsAfterEncrypting() {
        world.meet(alice, bob);
        alice.say(World.ROOM, "one");
        alice.prepare(World.ROOM);
        JsonObject lost = alice.machine().encrypt(
                World.ROOM, "m.test", JsonObject.builder().put("body", "lost").build(), alice.store().draft());
        alice.say(World.ROOM, "two");
        assertFalse(lost.requireString("ciphertext").isEmpty());
        world.sync(bob);
        assertEquals(Set.of("one", "two"), bob.texts());
        assertEquals(0, bob.undecryptable());
    }

    @Test
    void aRelationTravelsInTheClearAndComesBack() {
        world.meet(alice, bob);
        alice.say(World.ROOM, "one");
        JsonObject relation = JsonObject.builder().put("event_id", "$x").put("rel_type", "m.thread").build();
        JsonObject encrypted = alice.job(draft -> alice.machine().encrypt(
                World.ROOM, "m.room.message", JsonObject.builder().put("m.relates_to", relation).build(), draft));
        assertEquals(relation, encrypted.at("m.relates_to"));
        world.server.post(alice.user(), World.ROOM, "$related", encrypted);
        bob.sync();
        JsonObject event = bob.fetchAll().get(World.ROOM).get(1);
        Decryption.Decrypted decrypted =
                assertInstanceOf(Decryption.Decrypted.class, bob.decrypt(World.ROOM, event));
        assertEquals(relation, decrypted.plaintextEvent().at("content", "m.relates_to"));
    }

    @Test
    void settingsOfTheRoomAreBounded() {
        RoomEncryption odd = RoomEncryption.of(JsonObject.builder()
                .put("algorithm", "m.megolm.v1.aes-sha2")
                .put("rotation_period_msgs", 0)
                .put("rotation_period_ms", -5)
                .build());
        assertEquals(1, odd.rotationMessages());
        assertTrue(odd.rotationMillis() > 0);
        assertFalse(RoomEncryption.of(JsonObject.builder().put("algorithm", "rot13").build()).supported());
    }
}
