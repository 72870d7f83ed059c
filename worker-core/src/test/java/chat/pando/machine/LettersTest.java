package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.json.JsonObject;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import chat.pando.store.MemoryDatabase.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters from Pando to Pando on other devices. */
class LettersTest {

    private static final String TYPE = "chat.pando.channel.sync";

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");
    private final Client carol = world.client("@carol:test", "C1");

    @BeforeEach
    void meet() {
        world.meet(alice, bob, carol);
        world.sync(alice, bob, carol);
    }

    private static DeviceName name(Client client) {
        return new DeviceName(client.user(), client.device());
    }

    private DeviceLetter letter(DeviceName to, String text) {
        return letter(to, text, world.clock.now() + World.HOUR);
    }

    private static DeviceLetter letter(DeviceName to, String text, long until) {
        return new DeviceLetter(to, TYPE, JsonObject.builder().put("text", text).build(), until);
    }

    private Mailed send(DeviceLetter... letters) {
        return alice.job(draft -> alice.machine().send(List.of(letters), draft));
    }

    private void beginSessions() {
        alice.say(World.ROOM, "begins the sessions");
        world.sync(bob, carol);
    }

    private static List<String> texts(Client client) {
        return client.letters().stream().map(mail -> mail.content().requireString("text")).toList();
    }

    @Test
    void aLetterArrivesOnceWithItsProvenSender() {
        send(letter(name(bob), "one"));
        alice.flush();
        KeyServer.Sync sync = bob.fetch();
        bob.apply(sync);
        bob.apply(sync); // the server delivers it again
        bob.flush();
        assertEquals(List.of("one"), texts(bob));
        DeviceMail mail = bob.letters().get(0);
        assertEquals(name(alice), mail.from());
        assertEquals(alice.identity(), mail.identity().base64());
        assertEquals(TYPE, mail.type());
        assertTrue(bob.deviceEvents().isEmpty(), "a letter is nobody else's");
    }

    @Test
    void lettersToManyDevicesTravelInOneRequest() {
        beginSessions();
        int before = world.server.toDeviceRequests();
        Mailed mailed = send(letter(name(bob), "to bob"), letter(name(carol), "to carol"));
        alice.flush();
        world.sync(bob, carol);
        assertEquals(1, mailed.requests().size());
        assertEquals(1, world.server.toDeviceRequests() - before);
        assertEquals(List.of("to bob"), texts(bob));
        assertEquals(List.of("to carol"), texts(carol));
    }

    @Test
    void severalLettersToOneDeviceArriveInOrder() {
        beginSessions();
        send(letter(name(bob), "one"), letter(name(bob), "two"), letter(name(bob), "three"));
        alice.flush();
        world.sync(bob);
        assertEquals(List.of("one", "two", "three"), texts(bob));
    }

    @Test
    void lettersWaitForASessionAndStayInOrder() {
        Mailed first = send(letter(name(bob), "one"));
        assertEquals(Set.of(name(bob)), first.waiting());
        send(letter(name(bob), "two"));
        alice.flush();
        world.sync(bob);
        assertEquals(List.of("one", "two"), texts(bob));
    }

    @Test
    void law2LettersAreDurableBeforeTheyLeaveAndRepeatedToTheByte() {
        send(letter(name(bob), "one"));
        alice.restart();
        alice.outgoing(OutgoingRequest.Kind.KEYS_CLAIM).forEach(alice::exchange);
        List<OutgoingRequest> before = alice.outgoing();
        assertEquals(1, before.size());
        before.forEach(alice::sendInVain);
        alice.restart();
        assertEquals(before.get(0).request().body(), alice.outgoing().get(0).request().body());
        alice.flush(); // the server watches that the repetition is the same
        world.sync(bob);
        assertEquals(List.of("one"), texts(bob));
    }

    @Test
    void aCrashBeforeTheCommitLeavesNoTraceOfALetter() {
        beginSessions();
        alice.dieIn(1, Fault.CRASH_BEFORE_COMMIT);
        assertFalse(alice.survive(() -> send(letter(name(bob), "never written"))));
        send(letter(name(bob), "written"));
        alice.flush();
        world.sync(bob);
        assertEquals(List.of("written"), texts(bob));
    }

    @Test
    void devicesThatAreUnknownOrGoneAreLeftOutByName() {
        beginSessions();
        DeviceName stranger = new DeviceName(new UserId("@stranger:test"), new DeviceId("S1"));
        world.server.logOut(carol.user(), carol.device());
        world.sync(alice);
        Mailed mailed = send(
                letter(name(bob), "to bob"),
                letter(stranger, "to nobody"),
                letter(name(carol), "to who has gone"),
                letter(name(alice), "to myself"));
        alice.flush();
        world.sync(bob);
        assertEquals(Set.of(stranger, name(carol), name(alice)), mailed.leftOut());
        assertEquals(List.of("to bob"), texts(bob));
    }

    @Test
    void whatIsForNowOrNeverIsNotWaitedFor() {
        Mailed mailed = send(letter(name(bob), "typing", DeviceLetter.AT_ONCE));
        assertEquals(Set.of(name(bob)), mailed.leftOut());
        assertEquals(List.of(), alice.outgoing());
        beginSessions();
        assertEquals(List.of(), texts(bob));
        assertEquals(Set.of(), send(letter(name(bob), "typing", DeviceLetter.AT_ONCE)).leftOut());
        long end = alice.outgoing().get(0).until().orElseThrow();
        assertTrue(end > world.clock.now() && end <= world.clock.now() + World.MINUTE);
        alice.flush();
        world.sync(bob);
        assertEquals(List.of("typing"), texts(bob));
    }

    @Test
    void whatIsForNowOrNeverTravelsApartAndLeavesNoTrace() {
        beginSessions();
        Mailed mailed = send(letter(name(bob), "typing", DeviceLetter.AT_ONCE), letter(name(bob), "lasts"));
        assertEquals(2, mailed.requests().size());
        OutgoingRequest atOnce = alice.outgoing().stream().filter(r -> r.until().isPresent()).findFirst().orElseThrow();
        List<Boolean> ended = new ArrayList<>();
        alice.does(draft -> ended.add(alice.machine().lapsed(atOnce, draft)));
        alice.does(draft -> ended.add(alice.machine().lapsed(atOnce, draft)));
        assertEquals(List.of(true, false), ended, "it ends once");
        alice.flush();
        world.sync(bob);
        assertEquals(List.of("lasts"), texts(bob));
    }

    @Test
    void aLetterThatHasWaitedTooLongIsDropped() {
        world.server.dropAllKeys(bob.user(), bob.device());
        send(letter(name(bob), "soon old"));
        alice.flush();
        world.clock.advance(2 * World.HOUR);
        world.sync(bob);
        world.sync(alice, bob, alice, bob);
        beginSessions();
        assertEquals(List.of(), texts(bob));
    }

    @Test
    void noMoreThanABoundedNumberWaitsAndTheOldestGivesWay() {
        world.server.dropAllKeys(bob.user(), bob.device());
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            send(letter(name(bob), "letter " + i, world.clock.now() + World.DAY));
            expected.add("letter " + i);
        }
        alice.flush();
        bob.say(World.ROOM, "begins a session");
        world.sync(alice, bob);
        assertEquals(expected.subList(8, 40), texts(bob));
    }

    @Test
    void whoRunsPandoSaysSoInTheDevicesKeys() {
        Set<UserId> users = Set.of(alice.user(), bob.user(), carol.user());
        assertEquals(Set.of(name(bob), name(carol)), alice.machine().pandoDevices(users, alice.store()));
        world.server.logOut(carol.user(), carol.device());
        world.sync(alice);
        assertEquals(Set.of(name(bob)), alice.machine().pandoDevices(users, alice.store()));
    }

    @Test
    void aLetterOfADeviceThatIsNotListedIsDroppedUntilItIs() {
        Client late = new Client(world.server, world.clock, "@alice:test", "A2");
        late.flush();
        late.sync();
        late.flush();
        late.does(draft -> late.machine().track(Set.of(bob.user()), draft));
        late.does(draft -> late.machine().tidy(draft));
        late.flush();
        late.does(draft -> late.machine().send(List.of(letter(name(bob), "too early")), draft));
        late.flush();
        KeyServer.Sync sync = bob.fetch();
        bob.apply(sync);
        assertEquals(List.of(), texts(bob));
        bob.flush();
        late.does(draft -> late.machine().send(List.of(letter(name(bob), "known now")), draft));
        late.flush();
        world.sync(bob);
        assertEquals(List.of("known now"), texts(bob));
    }

    @Test
    void refusedLettersDoNotHoldUpRoomKeys() {
        beginSessions();
        send(letter(name(bob), "refused"));
        alice.outgoing(OutgoingRequest.Kind.TO_DEVICE).forEach(alice::refuse);
        assertEquals(List.of(), alice.outgoing());
        send(letter(name(bob), "accepted"));
        alice.flush();
        world.sync(bob);
        assertEquals(List.of("accepted"), texts(bob));
    }

    @Test
    void onlyTypesOfItsOwnAreLetters() {
        for (String type : Arrays.asList("m.room_key", "m.dummy", "org.example")) {
            assertThrows(IllegalArgumentException.class, () ->
                    new DeviceLetter(name(bob), type, JsonObject.EMPTY, DeviceLetter.AT_ONCE));
        }
    }
}
