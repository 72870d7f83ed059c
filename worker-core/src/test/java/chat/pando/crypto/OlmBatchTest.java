package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done with many sessions at once is what would be done with each. */
class OlmBatchTest {

    private static final int COUNT = 5;

    private final Olm olm = new Olm(new JcaPrimitives());
    private final OlmAccount alice = olm.newAccount();
    private final List<OlmAccount> others = new ArrayList<>();
    private final List<OneTimeKey> keys = olm.newOneTimeKeys(0, COUNT);

    OlmBatchTest() {
        for (int i = 0; i < COUNT; i++) {
            others.add(olm.newAccount());
        }
    }

    private OlmSession begun(int other) throws CryptoException {
        return olm.outbound(alice, others.get(other).identityKey(), keys.get(other).publicKey());
    }

    private OlmSession.Decrypted answered(int other, OlmMessage message) throws CryptoException {
        PreKeyMessage first = assertInstanceOf(PreKeyMessage.class, OlmMessage.parse(0, message.body()));
        return olm.inbound(others.get(other), alice.identityKey(), first, keys.get(other).pair());
    }

    /** A session whose other side has sent a ratchet key with which nothing can be agreed. */
    private static OlmSession spoiled(OlmSession session) throws CryptoException {
        JsonObject due = JsonObject.builder().put("due_to", UnpaddedBase64.encode(new byte[32])).build();
        return OlmSession.fromJson(session.toJson().toBuilder().put("sending", due).build(), List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void sessionsBeginTogetherAndOneThatCannotSpoilsNoOther() throws CryptoException {
        Curve25519PublicKey weak = new Curve25519PublicKey(new byte[32]);
        List<Olm.Claimed> claimed = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Curve25519PublicKey identity = others.get(i).identityKey();
            claimed.add(new Olm.Claimed(i == 1 ? weak : identity, i == 3 ? weak : keys.get(i).publicKey()));
        }
        List<Optional<OlmSession>> sessions = olm.outboundAll(alice, claimed);
        assertEquals(COUNT, sessions.size());
        for (int i = 0; i < COUNT; i++) {
            assertEquals(i != 1 && i != 3, sessions.get(i).isPresent());
            if (sessions.get(i).isPresent()) {
                OlmSession session = sessions.get(i).get();
                OlmMessage message = olm.encrypt(session, bytes("to " + i)).message();
                OlmSession.Decrypted read = answered(i, message);
                assertArrayEquals(bytes("to " + i), read.plaintext());
                assertEquals(session.id(), read.next().id());
            }
        }
        assertNotEquals(sessions.get(0).orElseThrow().id(), sessions.get(2).orElseThrow().id());
    }

    @Test
    void messagesAreEncryptedTogetherEachAsItsSessionHasIt() throws CryptoException {
        List<OlmSession> theirs = new ArrayList<>();
        List<Olm.Outgoing> outgoing = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            OlmSession.Encrypted first = olm.encrypt(begun(i), bytes("first"));
            OlmSession.Encrypted answer = olm.encrypt(answered(i, first.message()).next(), bytes("answer"));
            theirs.add(answer.next());
            OlmMessage back = OlmMessage.parse(answer.message().type(), answer.message().body());
            OlmSession mine = switch (i) {
                case 0 -> first.next(); // has received nothing yet
                case 2 -> spoiled(first.next());
                case 3 -> olm.encrypt(olm.decrypt(first.next(), back).next(), bytes("lost")).next();
                default -> olm.decrypt(first.next(), back).next(); // owes a turn of the ratchet
            };
            outgoing.add(new Olm.Outgoing(mine, bytes("message " + i)));
        }
        List<Optional<OlmSession.Encrypted>> encrypted = olm.encryptAll(outgoing);
        assertEquals(COUNT, encrypted.size());
        assertTrue(encrypted.get(2).isEmpty());
        assertInstanceOf(PreKeyMessage.class, encrypted.get(0).orElseThrow().message());
        for (int i : new int[] {0, 1, 3, 4}) {
            OlmSession.Encrypted sent = encrypted.get(i).orElseThrow();
            assertEquals(theirs.get(i).id(), sent.next().id());
            OlmMessage received = OlmMessage.parse(sent.message().type(), sent.message().body());
            OlmSession.Decrypted read = olm.decrypt(theirs.get(i), received);
            assertArrayEquals(bytes("message " + i), read.plaintext());
            OlmMessage next = olm.encrypt(sent.next(), bytes("and again")).message();
            assertArrayEquals(bytes("and again"), olm.decrypt(read.next(), next).plaintext());
        }
    }

    @Test
    void nothingAtAll() {
        assertEquals(List.of(), olm.outboundAll(alice, List.of()));
        assertEquals(List.of(), olm.encryptAll(List.of()));
    }
}
