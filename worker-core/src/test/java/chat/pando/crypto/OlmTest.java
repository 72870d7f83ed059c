package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.jvm.JcaPrimitives;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OlmTest {

    private final Primitives primitives = new JcaPrimitives();
    private final Olm olm = new Olm(primitives);
    private final OlmAccount alice = olm.newAccount();
    private final OlmAccount bob = olm.newAccount();
    private final OneTimeKey bobsKey = olm.newOneTimeKeys(0, 1).get(0);

    /** The two ends of one conversation, as they stand. */
    private final class Pair {

        private OlmSession alices;
        private OlmSession bobs;

        Pair() throws CryptoException {
            alices = olm.outbound(alice, bob.identityKey(), bobsKey.publicKey());
            PreKeyMessage first = assertInstanceOf(PreKeyMessage.class, fromAlice("first"));
            OlmSession.Decrypted begun = olm.inbound(bob, alice.identityKey(), first, bobsKey.pair());
            assertEquals("first", text(begun.plaintext()));
            bobs = begun.next();
        }

        OlmMessage fromAlice(String text) throws CryptoException {
            OlmSession.Encrypted sent = olm.encrypt(alices, bytes(text));
            alices = reloaded(sent.next());
            return overTheWire(sent.message());
        }

        OlmMessage fromBob(String text) throws CryptoException {
            OlmSession.Encrypted sent = olm.encrypt(bobs, bytes(text));
            bobs = reloaded(sent.next());
            return overTheWire(sent.message());
        }

        String toBob(OlmMessage message) throws CryptoException {
            OlmSession.Decrypted received = olm.decrypt(bobs, message);
            bobs = reloaded(received.next());
            return text(received.plaintext());
        }

        String toAlice(OlmMessage message) throws CryptoException {
            OlmSession.Decrypted received = olm.decrypt(alices, message);
            alices = reloaded(received.next());
            return text(received.plaintext());
        }
    }

    @Test
    void bothSidesNameTheSessionAlike() throws CryptoException {
        Pair pair = new Pair();
        assertEquals(pair.alices.id(), pair.bobs.id());
        assertEquals(43, pair.alices.id().length());
    }

    @Test
    void preKeyMessagesUntilTheFirstReply() throws CryptoException {
        Pair pair = new Pair();
        OlmMessage second = pair.fromAlice("second");
        assertEquals(0, second.type());
        assertTrue(pair.bobs.matches((PreKeyMessage) second));
        assertEquals("second", pair.toBob(second));
        assertFalse(pair.alices.hasReceived());
        OlmMessage reply = pair.fromBob("reply");
        assertEquals(1, reply.type());
        assertEquals("reply", pair.toAlice(reply));
        assertTrue(pair.alices.hasReceived());
        OlmMessage third = pair.fromAlice("third");
        assertEquals(1, third.type());
        assertEquals("third", pair.toBob(third));
    }

    @Test
    void anotherSessionDoesNotMatch() throws CryptoException {
        Pair pair = new Pair();
        OlmSession other = olm.outbound(alice, bob.identityKey(), bobsKey.publicKey());
        PreKeyMessage message = (PreKeyMessage) olm.encrypt(other, bytes("other")).message();
        assertFalse(pair.bobs.matches(message));
        assertRefused(() -> olm.decrypt(pair.bobs, message));
    }

    @Test
    void eachReplyTurnsTheRatchet() throws CryptoException {
        Pair pair = new Pair();
        for (int i = 0; i < 8; i++) {
            assertEquals("b" + i, pair.toAlice(pair.fromBob("b" + i)));
            assertEquals("a" + i, pair.toBob(pair.fromAlice("a" + i)));
        }
        assertEquals(DoubleRatchet.MAX_RECEIVING, pair.alices.ratchet().receiving().size());
    }

    @Test
    void emptyAndLongPlaintexts() throws CryptoException {
        Pair pair = new Pair();
        for (String text : List.of("", "x".repeat(15), "x".repeat(16), "ü".repeat(40_000))) {
            assertEquals(text, pair.toBob(pair.fromAlice(text)));
        }
    }

    @Test
    void fortySkippedMessagesCanFollowLater() throws CryptoException {
        Pair pair = new Pair();
        List<OlmMessage> sent = new ArrayList<>();
        for (int i = 0; i <= ReceivingChain.MAX_SKIPPED + 1; i++) {
            sent.add(pair.fromAlice("m" + i));
        }
        int last = sent.size() - 1;
        assertEquals("m" + last, pair.toBob(sent.get(last)));
        assertRefused(() -> pair.toBob(sent.get(0)));
        for (int i = last - 1; i > 0; i--) {
            assertEquals("m" + i, pair.toBob(sent.get(i)));
        }
        assertRefused(() -> pair.toBob(sent.get(7)));
    }

    @Test
    void aGapOfTwoThousandIsTheLimit() throws CryptoException {
        Pair pair = new Pair();
        OlmMessage last = null;
        OlmMessage beyond = null;
        for (int i = 0; i <= ReceivingChain.MAX_GAP + 1; i++) {
            last = beyond;
            beyond = pair.fromAlice("m" + i);
        }
        OlmMessage tooFar = beyond;
        assertRefused(() -> pair.toBob(tooFar));
        assertEquals("m" + ReceivingChain.MAX_GAP, pair.toBob(last));
        assertEquals("m" + (ReceivingChain.MAX_GAP + 1), pair.toBob(tooFar));
    }

    @Test
    void lateMessagesOfTheLastFiveChains() throws CryptoException {
        Pair pair = new Pair();
        pair.toAlice(pair.fromBob("hello"));
        List<OlmMessage> late = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            late.add(pair.fromAlice("late" + i));
            pair.toBob(pair.fromAlice("a" + i));
            pair.toAlice(pair.fromBob("b" + i));
        }
        for (int i = 5; i >= 1; i--) {
            assertEquals("late" + i, pair.toBob(late.get(i)));
        }
        assertRefused(() -> pair.toBob(late.get(0)));
    }

    @Test
    void aRefusalLeavesTheSessionAsItWas() throws CryptoException {
        Pair pair = new Pair();
        OlmMessage message = pair.fromAlice("hello");
        byte[] bytes = message.bytes();
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertRefused(() ->
                    pair.toBob(OlmMessage.parse(message.type(), UnpaddedBase64.encode(changed))));
        }
        assertEquals("hello", pair.toBob(message));
        assertRefused(() -> pair.toBob(message));
    }

    @Test
    void aPreKeyMessageMustBeOfItsSenderAndForItsKey() throws CryptoException {
        OlmSession session = olm.outbound(alice, bob.identityKey(), bobsKey.publicKey());
        PreKeyMessage message = (PreKeyMessage) olm.encrypt(session, bytes("hi")).message();
        OneTimeKey other = olm.newOneTimeKeys(1, 1).get(0);
        assertRefused(() -> olm.inbound(bob, bob.identityKey(), message, bobsKey.pair()));
        assertRefused(() -> olm.inbound(bob, alice.identityKey(), message, other.pair()));
        assertRefused(() -> olm.inbound(alice, alice.identityKey(), message, bobsKey.pair()));
        assertEquals("hi", text(olm.inbound(bob, alice.identityKey(), message, bobsKey.pair()).plaintext()));
    }

    @Test
    void keysThatGiveNoSecretAreRefused() throws CryptoException {
        byte[] one = new byte[32];
        one[0] = 1;
        for (byte[] low : List.of(new byte[32], one)) {
            Curve25519PublicKey weak = new Curve25519PublicKey(low);
            assertRefused(() -> olm.outbound(alice, weak, bobsKey.publicKey()));
            assertRefused(() -> olm.outbound(alice, bob.identityKey(), weak));
            SessionKeys keys = new SessionKeys(alice.identityKey(), weak, bobsKey.publicKey());
            OlmSession session = olm.outbound(alice, bob.identityKey(), bobsKey.publicKey());
            PreKeyMessage weakened =
                    new PreKeyMessage(keys, olm.encrypt(session, bytes("hi")).message().ratchetMessage());
            assertRefused(() -> olm.inbound(bob, alice.identityKey(), weakened, bobsKey.pair()));
        }
    }

    @Test
    void aTurnThatIsNotOursToExpectIsRefused() throws CryptoException {
        Pair pair = new Pair();
        OlmSession stranger = olm.outbound(alice, bob.identityKey(), bobsKey.publicKey());
        RatchetMessage foreign = olm.encrypt(stranger, bytes("hi")).message().ratchetMessage();
        assertRefused(() -> olm.decrypt(pair.bobs, foreign));
    }

    @Test
    void aForgedMessageDoesNotUseUpTheKeyOfTheOneThatItOvertook() throws CryptoException {
        Pair pair = new Pair();
        OlmMessage late = pair.fromAlice("late");
        pair.toBob(pair.fromAlice("early"));
        byte[] forged = late.ratchetMessage().bytes();
        forged[forged.length - 1] ^= 1;
        OlmMessage parsed = OlmMessage.parse(RatchetMessage.TYPE, UnpaddedBase64.encode(forged));
        OlmSession before = pair.bobs;
        assertThrows(CryptoException.class, () -> olm.decrypt(before, parsed));
        assertEquals("late", text(olm.decrypt(before, late).plaintext()));
        assertEquals("late", text(olm.decrypt(before, late).plaintext()), "a session stays as it is");
    }

    @Tag("rounds")
    @Test
    void randomConversationsWithLossReorderingAndReplay() throws CryptoException {
        for (int seed = 0; seed < 40; seed++) {
            converse(new Random(seed));
        }
    }

    private void converse(Random random) throws CryptoException {
        Pair pair = new Pair();
        List<OlmMessage> forBob = new ArrayList<>();
        List<OlmMessage> forAlice = new ArrayList<>();
        List<String> expectedByBob = new ArrayList<>();
        List<String> expectedByAlice = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            String text = "message " + step;
            switch (random.nextInt(4)) {
                case 0 -> {
                    forBob.add(pair.fromAlice(text));
                    expectedByBob.add(text);
                }
                case 1 -> {
                    forAlice.add(pair.fromBob(text));
                    expectedByAlice.add(text);
                }
                case 2 -> deliver(random, forBob, expectedByBob, pair::toBob);
                default -> deliver(random, forAlice, expectedByAlice, pair::toAlice);
            }
        }
    }

    private interface Receiver {

        String receive(OlmMessage message) throws CryptoException;
    }

    /** Delivers up to four of what is under way, in any order; loses one now and then, replays one. */
    private static void deliver(Random random, List<OlmMessage> messages, List<String> expected, Receiver receiver)
            throws CryptoException {
        long order = random.nextLong();
        Collections.shuffle(messages, new Random(order));
        Collections.shuffle(expected, new Random(order));
        for (int i = random.nextInt(4); i >= 0 && !messages.isEmpty(); i--) {
            OlmMessage message = messages.remove(0);
            String text = expected.remove(0);
            if (random.nextInt(8) > 0) {
                assertEquals(text, receiver.receive(message));
                assertRefused(() -> receiver.receive(message));
            }
        }
    }

    @Test
    void oneTimeKeyIdsSortAsTheyWereMade() {
        List<OneTimeKey> keys = olm.newOneTimeKeys(30, 10);
        List<String> ids = keys.stream().map(OneTimeKey::keyId).toList();
        assertEquals(ids.stream().sorted().toList(), ids);
        assertEquals(ids.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), ids);
        assertEquals("0000000000U", ids.get(0));
        assertEquals("00000000010", ids.get(2));
        assertNotEquals(keys.get(0).publicKey(), keys.get(1).publicKey());
        assertThrows(IllegalArgumentException.class, () -> OneTimeKey.idOf(-1));
        assertThrows(IllegalArgumentException.class, () -> OneTimeKey.idOf(1L << 55));
    }

    @Test
    void theAccountSigns() throws CryptoException {
        byte[] message = bytes("{}");
        Ed25519Signature signature = Ed25519Signature.of(primitives, alice.signingKey(), message);
        assertTrue(alice.fingerprintKey().verifies(primitives, message, signature));
        assertFalse(bob.fingerprintKey().verifies(primitives, message, signature));
        assertFalse(alice.fingerprintKey().verifies(primitives, bytes("[]"), signature));
    }

    private static OlmMessage overTheWire(OlmMessage message) throws CryptoException {
        OlmMessage read = OlmMessage.parse(message.type(), message.body());
        assertArrayEquals(message.bytes(), read.bytes());
        return read;
    }

    private static OlmSession reloaded(OlmSession session) throws CryptoException {
        return OlmSession.fromJson(session.toJson(), session.keyHandles());
    }

    private static void assertRefused(org.junit.jupiter.api.function.Executable executable) {
        assertThrows(CryptoException.class, executable);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
