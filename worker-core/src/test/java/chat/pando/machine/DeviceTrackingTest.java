package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.machine.OutgoingRequest.Kind;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.DeviceList;
import chat.pando.store.Devices;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose devices are known, and since when: the spec's rules for device lists. */
class DeviceTrackingTest {

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");

    private DeviceList known(UserId user) {
        return new Devices(alice.rows()).get(alice.store(), user);
    }

    private void track(UserId... users) {
        alice.does(draft -> {
            alice.machine().track(Set.of(users), draft);
            alice.machine().tidy(draft);
        });
    }

    private void changed(UserId user) {
        alice.does(draft -> alice.machine().receive(
                new SyncInput(List.of(), List.of(user), List.of(), Map.of("signed_curve25519", 50L), Optional.empty()),
                draft));
    }

    @Test
    void aUsersDevicesAreFetchedAndStored() {
        Client bob = world.client("@bob:test", "B1");
        track(bob.user());
        alice.flush();
        assertEquals(
                bob.machine().fingerprint(),
                known(bob.user()).get(bob.device()).orElseThrow().signing().base64());
    }

    @Test
    void untrackedUsersAreNotAskedFor() {
        changed(new UserId("@stranger:test"));
        assertTrue(alice.outgoing(Kind.KEYS_QUERY).isEmpty());
    }

    @Test
    void atMost250UsersAreAskedForAtOnce() {
        Set<UserId> crowd = new LinkedHashSet<>();
        for (int i = 0; i < 600; i++) {
            crowd.add(new UserId("@u" + i + ":test"));
        }
        track(crowd.toArray(UserId[]::new));
        List<Integer> sizes = alice.outgoing(Kind.KEYS_QUERY).stream()
                .map(request -> request.request().body().orElseThrow().at("device_keys").names().size())
                .toList();
        assertEquals(List.of(250, 250, 100), sizes);
    }

    @Test
    void aChangeDuringAQuestionIsAskedAgain() {
        Client bob = world.client("@bob:test", "B1");
        track(bob.user());
        OutgoingRequest question = alice.outgoing(Kind.KEYS_QUERY).get(0);
        KeyServer.Answer early = world.server.answer(alice.user(), alice.device(), question.request());
        Client second = world.client("@bob:test", "B2");
        changed(bob.user());
        assertEquals(1, alice.outgoing(Kind.KEYS_QUERY).size(), "one question per user at a time");
        alice.takeIn(question, early);
        assertTrue(known(bob.user()).get(second.device()).isEmpty());
        alice.flush();
        assertTrue(known(bob.user()).get(second.device()).isPresent());
    }

    @Test
    void f19AChangeSurvivesACrashBeforeTheAnswer() {
        Client bob = world.client("@bob:test", "B1");
        track(bob.user());
        alice.flush();
        Client second = world.client("@bob:test", "B2");
        changed(bob.user());
        alice.sendInVain(alice.outgoing(Kind.KEYS_QUERY).get(0));
        alice.restart();
        alice.flush();
        assertTrue(known(bob.user()).get(second.device()).isPresent());
    }

    @Test
    void anUnansweredServerIsAskedAgainLaterAndHoldsNobodyUp() {
        Client bob = world.client("@bob:test", "B1");
        Client carol = world.client("@carol:far", "C1");
        world.server.join(World.ROOM, alice.user());
        world.server.join(World.ROOM, bob.user());
        world.server.join(World.ROOM, carol.user());
        world.server.unreachable(List.of(carol.user()));
        alice.say(World.ROOM, "carol's server is down");
        world.sync(bob);
        assertEquals(Set.of("carol's server is down"), bob.texts());
        world.server.unreachable(List.of());
        world.clock.advance(World.HOUR);
        world.sync(alice);
        alice.say(World.ROOM, "carol's server is up");
        world.sync(carol);
        assertTrue(carol.texts().contains("carol's server is up"));
    }

    @Test
    void aDeviceThatDidNotSignItsKeysIsRefused() {
        Client bob = world.client("@bob:test", "B1");
        JsonObject keys = world.server.deviceKeys(bob.user(), bob.device());
        JsonObject forged = keys.toBuilder().put("algorithms", JsonArray.EMPTY).build();
        world.server.tamper(bob.user(), bob.device(), forged);
        track(bob.user());
        alice.flush();
        assertTrue(known(bob.user()).all().isEmpty());
    }

    @Test
    void aDeviceUnderAnothersNameIsRefused() {
        Client bob = world.client("@bob:test", "B1");
        Client mallory = world.client("@mallory:test", "M1");
        JsonObject keys = world.server.deviceKeys(mallory.user(), mallory.device());
        world.server.tamper(bob.user(), bob.device(), keys);
        track(bob.user());
        alice.flush();
        assertTrue(known(bob.user()).all().isEmpty());
    }

    @Test
    void aDeviceWhoseKeysChangeKeepsItsFirstOnes() {
        Client bob = world.client("@bob:test", "B1");
        track(bob.user());
        alice.flush();
        Client impostor = new Client(new KeyServer(), world.clock, "@bob:test", "B1");
        JsonObject keys = impostor.outgoing(Kind.KEYS_UPLOAD).get(0).request().body().orElseThrow().at("device_keys");
        world.server.tamper(bob.user(), bob.device(), keys);
        changed(bob.user());
        alice.flush();
        assertEquals(
                bob.machine().fingerprint(),
                known(bob.user()).get(bob.device()).orElseThrow().signing().base64());
    }

    @Test
    void ourOwnIdWithOtherKeysIsRefused() {
        Client impostor = new Client(new KeyServer(), world.clock, "@alice:test", "A1");
        JsonObject keys = impostor.outgoing(Kind.KEYS_UPLOAD).get(0).request().body().orElseThrow().at("device_keys");
        Client second = world.client("@alice:test", "A2");
        world.server.tamper(alice.user(), alice.device(), keys);
        second.does(draft -> second.machine().receive(
                new SyncInput(List.of(), List.of(second.user()), List.of(), Map.of(), Optional.empty()), draft));
        alice.sync();
        alice.flush();
        assertFalse(known(alice.user()).get(alice.device())
                .filter(device -> !device.signing().base64().equals(alice.machine().fingerprint()))
                .isPresent());
    }

    @Test
    void aDeletedDeviceIsForgotten() {
        Client bob = world.client("@bob:test", "B1");
        Client second = world.client("@bob:test", "B2");
        track(bob.user());
        alice.flush();
        world.server.logOut(second.user(), second.device());
        changed(bob.user());
        alice.flush();
        assertEquals(Set.of(new DeviceId("B1")), known(bob.user()).devices().keySet());
    }

    @Test
    void aMalformedAnswerHarmsNobody() {
        Client bob = world.client("@bob:test", "B1");
        track(bob.user(), new UserId("@carol:test"));
        OutgoingRequest question = alice.outgoing(Kind.KEYS_QUERY).get(0);
        JsonObject nonsense = JsonObject.builder()
                .put("device_keys", JsonObject.builder()
                        .put("@bob:test", JsonObject.builder().put("B1", "text").put("", 1).build())
                        .put("@carol:test", 7)
                        .build())
                .build();
        alice.takeIn(question, new KeyServer.Answer(nonsense, Optional.empty()));
        assertTrue(known(bob.user()).all().isEmpty());
        assertInstanceOf(Readiness.class, alice.job(draft -> alice.machine().prepare(
                World.ROOM, RoomEncryption.standard(), Set.of(alice.user()), draft)));
    }

    @Test
    void afterALostSyncPositionEveryListIsFetchedAgain() {
        Client bob = world.client("@bob:test", "B1");
        track(bob.user());
        alice.flush();
        Client second = world.client("@bob:test", "B2");
        alice.does(alice.machine()::missedChanges);
        alice.does(alice.machine()::tidy);
        alice.flush();
        assertTrue(known(bob.user()).get(second.device()).isPresent());
    }

    @Test
    void anAnswerThatComesTwiceChangesNothing() {
        Client bob = world.client("@bob:test", "B1");
        track(bob.user());
        OutgoingRequest question = alice.outgoing(Kind.KEYS_QUERY).get(0);
        KeyServer.Answer answer = world.server.answer(alice.user(), alice.device(), question.request());
        alice.takeIn(question, answer);
        alice.takeIn(question, new KeyServer.Answer(JsonObject.EMPTY, Optional.empty()));
        alice.refuse(question);
        assertTrue(known(bob.user()).get(bob.device()).isPresent());
        assertTrue(alice.outgoing(Kind.KEYS_QUERY).isEmpty());
    }
}
