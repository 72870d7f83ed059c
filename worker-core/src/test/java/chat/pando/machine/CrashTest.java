package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.machine.OutgoingRequest.Kind;
import chat.pando.store.MemoryDatabase.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The core dies, and goes on where it was: laws 2, 3 and 8. */
class CrashTest {

    /** Both write and read, with everything that this takes; whoever dies on the way comes back and goes on. */
    private static boolean converse(int jobs, Fault fault, boolean aliceDies) {
        World world = new World();
        Client alice = world.client("@alice:test", "A1");
        Client bob = world.client("@bob:test", "B1");
        world.server.join(World.ROOM, alice.user());
        world.server.join(World.ROOM, bob.user());
        Client mortal = aliceDies ? alice : bob;
        mortal.dieIn(jobs, fault);
        alice.write(World.ROOM, "from alice");
        bob.write(World.ROOM, "from bob");
        for (int round = 0; round < 30; round++) {
            for (Client client : List.of(alice, bob)) {
                client.survive(client::push);
                client.survive(client::flush);
                client.survive(client::sync);
            }
        }
        for (Client client : List.of(alice, bob)) {
            assertEquals(0, client.waiting());
            assertEquals(Set.of("from alice", "from bob"), client.texts(), fault + " in job " + jobs);
            assertEquals(0, client.undecryptable());
        }
        return !mortal.stillToDie();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"CRASH_BEFORE_COMMIT", "CRASH_AFTER_COMMIT"})
    void law8WhicheverJobTheCoreDiesInTheConversationGoesOn(Fault fault) {
        for (boolean aliceDies : List.of(true, false)) {
            // The first job is the test's own: it puts the text into the outbox.
            for (int jobs = 2; jobs < 30; jobs++) {
                assertTrue(converse(jobs, fault, aliceDies), "it died");
            }
        }
    }

    @Test
    void law2EveryRequestIsTheSameToTheByteAfterARestart() {
        World world = new World();
        Client alice = world.client("@alice:test", "A1");
        Client bob = world.client("@bob:test", "B1");
        world.meet(alice, bob);
        alice.write(World.ROOM, "hello");
        List<Kind> seen = new ArrayList<>();
        for (int round = 0; round < 10 && alice.waiting() > 0; round++) {
            alice.push();
            List<OutgoingRequest> before = alice.outgoing();
            alice.restart();
            List<OutgoingRequest> after = alice.outgoing();
            assertEquals(texts(before), texts(after));
            after.forEach(request -> seen.add(request.kind()));
            after.forEach(alice::sendInVain); // the server watches that a repetition is the same
            after.forEach(alice::exchange);
        }
        assertTrue(seen.contains(Kind.KEYS_CLAIM) && seen.contains(Kind.TO_DEVICE));
        world.sync(bob);
        assertEquals(Set.of("hello"), bob.texts());
    }

    @Test
    void law2AnAnswerThatComesTwiceIsTakenInOnce() {
        World world = new World();
        Client alice = world.client("@alice:test", "A1");
        Client bob = world.client("@bob:test", "B1");
        world.meet(alice, bob);
        alice.write(World.ROOM, "hello");
        for (int round = 0; round < 10 && alice.waiting() > 0; round++) {
            alice.push();
            for (OutgoingRequest request : alice.outgoing()) {
                KeyServer.Answer answer = world.server.answer(alice.user(), alice.device(), request.request());
                alice.takeIn(request, answer);
                alice.takeIn(request, answer);
            }
        }
        world.sync(bob);
        assertEquals(Set.of("hello"), bob.texts());
        assertFalse(world.server.claims() > 1);
    }

    private static List<String> texts(List<OutgoingRequest> requests) {
        return requests.stream()
                .map(request -> request.id()
                        + " " + request.kind()
                        + " " + request.request().method()
                        + " " + request.request().path()
                        + " " + request.request().body().orElseThrow().text())
                .toList();
    }
}
