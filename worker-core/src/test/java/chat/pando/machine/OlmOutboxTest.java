package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmSession;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.store.Device;
import chat.pando.store.Devices;
import chat.pando.store.Draft;
import chat.pando.store.OlmSessions;
import chat.pando.store.PeerSessions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters are sealed all at once, each with the best session that can. */
class OlmOutboxTest {

    private final World world = new World();
    private final Client alice = world.client("@alice:test", "A1");
    private final Client bob = world.client("@bob:test", "B1");
    private final Client carol = world.client("@carol:test", "C1");

    @BeforeEach
    void meet() {
        world.meet(alice, bob, carol);
        alice.say(World.ROOM, "begins the sessions");
        world.sync(bob, carol);
    }

    private Device device(Client client, Draft draft) {
        return new Devices(alice.rows()).get(draft, client.user()).get(client.device()).orElseThrow();
    }

    private PeerSessions with(Client client) {
        return alice.job(draft -> new OlmSessions(alice.rows()).get(draft, device(client, draft).identity()));
    }

    private static Letter letter(Device to) {
        return new Letter(to, "test.event", JsonObject.builder().put("text", "for " + to.user().value()).build());
    }

    private static List<String> heard(Client client) {
        return client.deviceEvents().stream().map(event -> event.content().requireString("text")).toList();
    }

    /** A session on which the other side has sent a ratchet key with which nothing can be agreed. */
    private static OlmSession spoiled(Curve25519PublicKey identity) {
        Olm olm = new Olm(new JcaPrimitives());
        JsonObject due = JsonObject.builder().put("due_to", UnpaddedBase64.encode(new byte[32])).build();
        try {
            OlmSession session = olm.outbound(
                    olm.newAccount(), identity, olm.newOneTimeKeys(0, 1).get(0).publicKey());
            return OlmSession.fromJson(session.toJson().toBuilder().put("sending", due).build(), List.of());
        } catch (CryptoException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private OlmOutbox.Posted postToBoth() {
        return alice.job(draft -> alice.outbox().post(
                List.of(letter(device(bob, draft)), letter(device(carol, draft))), JsonObject.EMPTY, draft));
    }

    @Test
    void aSessionThatCannotEncryptIsDroppedForTheNextBest() {
        alice.does(draft -> {
            OlmSessions sessions = new OlmSessions(alice.rows());
            Curve25519PublicKey identity = device(bob, draft).identity();
            sessions.put(draft, identity,
                    sessions.get(draft, identity).withBest(spoiled(identity)).withBest(spoiled(identity)));
        });
        assertEquals(3, with(bob).sessions().size());
        OlmOutbox.Posted posted = postToBoth();
        assertEquals(Set.of(), posted.unreachable());
        assertEquals(1, posted.requests().size());
        assertEquals(1, with(bob).sessions().size());
        alice.flush();
        world.sync(bob, carol);
        assertEquals(List.of("for @bob:test"), heard(bob));
        assertEquals(List.of("for @carol:test"), heard(carol));
    }

    @Test
    void whoCannotBeWrittenToIsNamedAndTheOthersAreWrittenTo() {
        alice.does(draft -> {
            Curve25519PublicKey identity = device(bob, draft).identity();
            new OlmSessions(alice.rows()).put(draft, identity, new PeerSessions(List.of(spoiled(identity))));
        });
        OlmOutbox.Posted posted = postToBoth();
        assertEquals(List.of(bob.user()), posted.unreachable().stream().map(Device::user).toList());
        assertTrue(with(bob).isEmpty());
        alice.flush();
        world.sync(bob, carol);
        assertEquals(List.of(), heard(bob));
        assertEquals(List.of("for @carol:test"), heard(carol));
    }

    @Test
    void theSessionAfterEachMessageIsStoredWithIt() {
        JsonObject before = with(carol).sessions().get(0).toJson();
        postToBoth();
        assertNotEquals(before, with(carol).sessions().get(0).toJson());
        postToBoth();
        alice.flush();
        world.sync(carol);
        assertEquals(List.of("for @carol:test", "for @carol:test"), heard(carol));
    }
}
