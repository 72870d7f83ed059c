package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.OneTimeKey;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.machine.OutgoingRequest.Kind;
import chat.pando.matrix.MatrixError;
import chat.pando.store.KeyRange;
import chat.pando.store.KeyUploadState;
import chat.pando.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Device keys, one-time keys and fallback keys on their way to the server: law 4, F3 to F8 and F21. */
class KeyUploadTest {

    private final World world = new World();

    private Client fresh() {
        return new Client(world.server, world.clock, "@alice:test", "A1");
    }

    private static SyncInput counts(long count) {
        return new SyncInput(
                List.of(), List.of(), List.of(), Map.of("signed_curve25519", count),
                Optional.of(List.of("signed_curve25519")));
    }

    @Test
    void aNewDevicePublishesSignedDeviceKeysFiftyOneTimeKeysAndAFallbackKey() {
        Client alice = fresh();
        JsonObject body = alice.outgoing(Kind.KEYS_UPLOAD).get(0).request().body().orElseThrow();
        assertEquals(50, body.at("one_time_keys").names().size());
        assertEquals(1, body.at("fallback_keys").names().size());
        assertTrue(body.at("device_keys", "signatures", "@alice:test").string("ed25519:A1").isPresent());
        assertEquals(
                Optional.of(alice.machine().fingerprint()), body.at("device_keys", "keys").string("ed25519:A1"));
        body.at("one_time_keys").names().forEach(id -> assertTrue(
                body.at("one_time_keys", id, "signatures", "@alice:test").has("ed25519:A1")));
    }

    @Test
    void idsSortInTheOrderOfUpload() {
        Client alice = fresh();
        List<String> ids = new ArrayList<>();
        for (int upload = 0; upload < 4; upload++) {
            OutgoingRequest request = alice.outgoing(Kind.KEYS_UPLOAD).get(0);
            ids.addAll(request.request().body().orElseThrow().at("one_time_keys").names());
            alice.flush();
            world.server.dropOneTimeKeys(alice.user(), alice.device());
            alice.sync();
            alice.sync();
        }
        assertEquals(200, ids.size());
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
    }

    @Test
    void law4OneUploadAtATime() {
        Client alice = fresh();
        alice.sync();
        alice.does(draft -> alice.machine().receive(counts(0), draft));
        alice.does(alice.machine()::tidy);
        assertEquals(1, alice.outgoing(Kind.KEYS_UPLOAD).size());
    }

    @Test
    void f3AfterARestartTheIdenticalBodyIsSent() {
        Client alice = fresh();
        OutgoingRequest before = alice.outgoing(Kind.KEYS_UPLOAD).get(0);
        alice.sendInVain(before);
        alice.restart();
        OutgoingRequest after = alice.outgoing(Kind.KEYS_UPLOAD).get(0);
        assertEquals(before.id(), after.id());
        assertEquals(before.request().body().orElseThrow().text(), after.request().body().orElseThrow().text());
        alice.flush();
        assertEquals(50, world.server.oneTimeKeys(alice.user(), alice.device()));
    }

    @Test
    void f4ARetryIsNotSignedAnew() {
        Client alice = fresh();
        OutgoingRequest upload = alice.outgoing(Kind.KEYS_UPLOAD).get(0);
        alice.sendInVain(upload);
        alice.does(alice.machine()::tidy);
        alice.sync();
        assertEquals(List.of(upload), alice.outgoing(Kind.KEYS_UPLOAD));
        alice.flush();
        assertEquals(2, world.server.uploads());
    }

    @Test
    void f5ATakenIdIsSkippedAndTheNextUploadSucceeds() {
        Client alice = fresh();
        List<String> ids = List.copyOf(alice.outgoing(Kind.KEYS_UPLOAD).get(0)
                .request().body().orElseThrow().at("one_time_keys").names());
        world.server.plant(alice.user(), alice.device(), ids.get(3), new JsonString("of a lost past"));
        alice.exchange(alice.outgoing(Kind.KEYS_UPLOAD).get(0));
        assertTrue(alice.outgoing(Kind.KEYS_UPLOAD).isEmpty(), "no second upload at once");
        world.clock.advance(World.MINUTE);
        alice.does(alice.machine()::tidy);
        List<String> next = List.copyOf(alice.outgoing(Kind.KEYS_UPLOAD).get(0)
                .request().body().orElseThrow().at("one_time_keys").names());
        assertTrue(next.stream().noneMatch(ids::contains));
        alice.flush();
        assertEquals(51, world.server.oneTimeKeys(alice.user(), alice.device()));
        assertTrue(world.server.deviceKeys(alice.user(), alice.device()).has("signatures"));
    }

    @Test
    void f5ThousandsOfTakenIdsArePassedAfterAFewUploads() {
        Client alice = fresh();
        for (long number = 0; number < 5_000; number++) {
            String id = "signed_curve25519:" + OneTimeKey.idOf(number);
            world.server.plant(alice.user(), alice.device(), id, new JsonString("of a lost past"));
        }
        int uploads = 0;
        while (!alice.outgoing(Kind.KEYS_UPLOAD).isEmpty() && uploads < 10) {
            alice.exchange(alice.outgoing(Kind.KEYS_UPLOAD).get(0));
            uploads++;
            world.clock.advance(World.HOUR);
            alice.does(alice.machine()::tidy);
        }
        assertTrue(uploads <= 5, "passed after a few uploads");
    }

    @Test
    void f5ADeafServerIsNotHammered() {
        Client alice = fresh();
        int uploads = 0;
        for (int second = 0; second < 3_600; second++) {
            for (OutgoingRequest request : alice.outgoing(Kind.KEYS_UPLOAD)) {
                uploads++;
                alice.does(draft -> alice.machine().refused(
                        request, new MatrixError(400, "M_UNKNOWN", "no", OptionalLong.empty()), draft));
            }
            world.clock.advance(1_000);
            alice.does(alice.machine()::tidy);
        }
        assertTrue(uploads < 12, "bounded: " + uploads);
    }

    @Test
    void f6AnOldCountAfterAnUploadsAnswerDoesNotUploadAgain() {
        Client alice = fresh();
        alice.does(draft -> alice.machine().receive(counts(0), draft));
        alice.flush();
        // This response was under way when the answer came: it still says 0.
        alice.does(draft -> alice.machine().receive(counts(0), draft));
        alice.does(alice.machine()::tidy);
        assertTrue(alice.outgoing(Kind.KEYS_UPLOAD).isEmpty());
        alice.does(draft -> alice.machine().receive(counts(50), draft));
        assertTrue(alice.outgoing(Kind.KEYS_UPLOAD).isEmpty());
        assertEquals(50, world.server.oneTimeKeys(alice.user(), alice.device()));
    }

    @Test
    void anAbsentCountMeansZero() {
        Client alice = world.client("@alice:test", "A1");
        alice.sync();
        alice.does(draft -> alice.machine().receive(
                new SyncInput(List.of(), List.of(), List.of(), Map.of(), Optional.empty()), draft));
        assertEquals(50, alice.outgoing(Kind.KEYS_UPLOAD).get(0)
                .request().body().orElseThrow().at("one_time_keys").names().size());
    }

    @Test
    void claimedKeysAreReplaced() {
        Client alice = world.client("@alice:test", "A1");
        alice.sync();
        alice.does(draft -> alice.machine().receive(counts(43), draft));
        assertEquals(7, alice.outgoing(Kind.KEYS_UPLOAD).get(0)
                .request().body().orElseThrow().at("one_time_keys").names().size());
    }

    @Test
    void f8PrivateHalvesAreKeptLongAfterTheServerHandedThemOut() {
        Client alice = world.client("@alice:test", "A1");
        for (int round = 0; round < 10; round++) {
            world.server.dropOneTimeKeys(alice.user(), alice.device());
            world.sync(alice, alice, alice);
        }
        assertTrue(alice.store().scan(Table.ONE_TIME_KEYS, KeyRange.all()).size() > 500);
    }

    @Test
    void f21TheFallbackKeyIsReplacedWhenItWasUsed() {
        Client alice = world.client("@alice:test", "A1");
        Optional<String> first = world.server.fallbackId(alice.user(), alice.device());
        world.sync(alice, alice);
        assertEquals(first, world.server.fallbackId(alice.user(), alice.device()));
        Client bob = world.client("@bob:test", "B1");
        world.meet(alice, bob);
        world.server.dropOneTimeKeys(alice.user(), alice.device());
        bob.say(World.ROOM, "with the fallback key");
        world.sync(alice, alice);
        assertNotEquals(first, world.server.fallbackId(alice.user(), alice.device()));
        assertTrue(alice.texts().contains("with the fallback key"));
    }

    @Test
    void f21TwoFallbackKeysAreKeptAndTheOldOneIsDroppedAnHourAfterTheNewOnesFirstUse() {
        Client alice = world.client("@alice:test", "A1");
        String first = current(alice);
        world.clock.advance(7 * World.DAY);
        world.sync(alice);
        String second = current(alice);
        assertNotEquals(first, second);
        assertTrue(holds(alice, first), "kept for messages under way");
        world.clock.advance(2 * World.DAY);
        world.sync(alice, alice);
        assertTrue(holds(alice, first), "kept as long as the new one is unused");
        Client bob = world.client("@bob:test", "B1");
        world.meet(alice, bob);
        world.server.dropOneTimeKeys(alice.user(), alice.device());
        bob.say(World.ROOM, "with the second fallback key");
        world.sync(alice, alice);
        assertTrue(holds(alice, first), "kept for an hour");
        world.clock.advance(World.HOUR);
        world.sync(alice, alice);
        assertFalse(holds(alice, first), "dropped after an hour");
        assertTrue(holds(alice, second));
    }

    private static String current(Client client) {
        return KeyUploadState.read(client.rows(), client.store()).orElseThrow()
                .fallback().current().orElseThrow().publicKey();
    }

    private static boolean holds(Client client, String publicKey) {
        return client.store().get(Table.ONE_TIME_KEYS, publicKey).isPresent();
    }
}
