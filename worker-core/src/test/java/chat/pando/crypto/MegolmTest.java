package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.host.CryptoException;
import chat.pando.jvm.JcaPrimitives;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MegolmTest {

    /** From libolm's test_group_session.cpp. */
    private static final String PUBLISHED_KEY =
            "AgAAAAAwMTIzNDU2Nzg5QUJERUYwMTIzNDU2Nzg5QUJDREVGMDEyMzQ1Njc4OUFCREVGM"
                    + "DEyMzQ1Njc4OUFCQ0RFRjAxMjM0NTY3ODlBQkRFRjAxMjM0NTY3ODlBQkNERUYwMTIzND"
                    + "U2Nzg5QUJERUYwMTIzNDU2Nzg5QUJDREVGMDEyMw0bdg1BDq4Px/slBow06q8n/B9WBfw"
                    + "WYyNOB8DlUmXGGwrFmaSb9bR/eY8xgERrxmP07hFmD9uqA2p8PMHdnV5ysmgufE6oLZ5+"
                    + "8/mWQOW3VVTnDIlnwd8oHUYRuk8TCQ";

    private static final String PUBLISHED_MESSAGE =
            "AwgAEhAcbh6UpbByoyZxufQ+h2B+8XHMjhR69G8F4+qjMaFlnIXusJZX3r8LnRORG9T3D"
                    + "XFdbVuvIWrLyRfm4i8QRbe8VPwGRFG57B1CtmxanuP8bHtnnYqlwPsD";

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Megolm megolm = new Megolm(primitives, MegolmTest::random);

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Test
    void everyChangedByteIsRefused() throws CryptoException {
        InboundGroupSession session = megolm.inbound(PUBLISHED_KEY);
        assertEveryChangeRefused(
                PUBLISHED_MESSAGE, changed -> megolm.decrypt(session, GroupMessage.parse(changed)));
        assertEveryChangeRefused(PUBLISHED_KEY, megolm::inbound);
    }

    @Test
    void aSessionKeyReadsFromItsIndexOn() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        List<String> messages = new ArrayList<>();
        List<InboundGroupSession> inbound = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            assertEquals(i, outbound.messageIndex());
            inbound.add(megolm.inbound(megolm.sessionKey(outbound)));
            OutboundGroupSession.Encrypted sent = megolm.encrypt(outbound, bytes("m" + i));
            messages.add(sent.ciphertext());
            outbound = OutboundGroupSession.fromJson(sent.next().toJson(), sent.next().keyHandles());
        }
        for (int from = 0; from < 5; from++) {
            InboundGroupSession session = inbound.get(from);
            assertEquals(from, session.firstKnownIndex());
            assertEquals(outbound.id(), session.id());
            for (int i = 4; i >= from; i--) {
                session = assertReads("m" + i, i, session, messages.get(i));
                session = InboundGroupSession.fromJson(session.toJson());
            }
            for (int i = 0; i < from; i++) {
                GroupMessage early = GroupMessage.parse(messages.get(i));
                InboundGroupSession tooLate = session;
                assertThrows(CryptoException.class, () -> megolm.decrypt(tooLate, early));
            }
        }
    }

    @Test
    void exportsReachForwardOnly() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        InboundGroupSession all = megolm.inbound(megolm.sessionKey(outbound));
        InboundGroupSession later = megolm.imported(megolm.exportAt(all, 300));
        assertEquals(300, later.firstKnownIndex());
        assertThrows(CryptoException.class, () -> megolm.exportAt(later, 299));
        assertThrows(CryptoException.class, () -> megolm.exportAt(all, 1L << 32));
        assertEquals(MegolmRatchet.LAST_INDEX,
                megolm.imported(megolm.exportAt(all, MegolmRatchet.LAST_INDEX)).firstKnownIndex());
    }

    @Test
    void aBatchKeepsItsOrderAndSurvivesWhatIsRefused() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        String key = megolm.sessionKey(outbound);
        List<GroupMessage> messages = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            OutboundGroupSession.Encrypted sent = megolm.encrypt(outbound, bytes("m" + i));
            messages.add(0, GroupMessage.parse(sent.ciphertext()));
            outbound = sent.next();
        }
        messages.set(3, GroupMessage.parse(PUBLISHED_MESSAGE));
        GroupDecryption.Batch batch = megolm.decryptAll(megolm.inbound(key), messages);
        assertEquals(300, batch.outcomes().size());
        for (int i = 0; i < 300; i++) {
            if (i == 3) {
                assertInstanceOf(InboundGroupSession.Refusal.class, batch.outcomes().get(i));
            } else {
                InboundGroupSession.Plaintext plaintext =
                        assertInstanceOf(InboundGroupSession.Plaintext.class, batch.outcomes().get(i));
                assertEquals("m" + (299 - i), text(plaintext.bytes()));
                assertEquals(299 - i, plaintext.index());
            }
        }
        assertEquals(299, batch.next().nearest(299).index());
        assertTrue(megolm.decryptAll(batch.next(), List.of()).outcomes().isEmpty());
    }

    @Test
    void manyAreEncryptedAtOnceAsOneByOneAlsoWhereAllPartsTurn() throws CryptoException {
        OutboundGroupSession session = megolm.newSession();
        InboundGroupSession reader = megolm.inbound(megolm.sessionKey(session));
        List<byte[]> plaintexts = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            plaintexts.add(new byte[] {(byte) i, (byte) (i >> 8)});
        }
        OutboundGroupSession.AllEncrypted all = megolm.encryptAll(session, plaintexts);
        assertEquals(600, all.next().messageIndex());
        assertEquals(0, megolm.encryptAll(all.next(), List.of()).ciphertexts().size());
        List<GroupMessage> messages = new ArrayList<>();
        for (String ciphertext : all.ciphertexts()) {
            messages.add(GroupMessage.parse(ciphertext));
        }
        messages.add(GroupMessage.parse(megolm.encrypt(all.next(), plaintexts.get(0)).ciphertext()));
        List<InboundGroupSession.Outcome> outcomes = megolm.decryptAll(reader, messages).outcomes();
        for (int i = 0; i < 600; i++) {
            InboundGroupSession.Plaintext read =
                    assertInstanceOf(InboundGroupSession.Plaintext.class, outcomes.get(i));
            assertEquals(i, read.index());
            assertArrayEquals(plaintexts.get(i), read.bytes());
        }
        assertInstanceOf(InboundGroupSession.Plaintext.class, outcomes.get(600));
        for (int from : new int[] {255, 256, 511, 599}) {
            InboundGroupSession later = megolm.imported(megolm.exportAt(reader, from));
            assertArrayEquals(plaintexts.get(599), megolm.decrypt(later, messages.get(599)).plaintext().bytes());
        }
    }

    @Test
    void theLastIndexIsNeverUsedTwice() throws CryptoException {
        OutboundGroupSession fresh = megolm.newSession();
        OutboundGroupSession worn = new OutboundGroupSession(
                fresh.signingKey(), fresh.ratchet().advanceTo(primitives, MegolmRatchet.LAST_INDEX));
        assertThrows(IllegalStateException.class, () -> megolm.encrypt(worn, bytes("too late")));
    }

    private InboundGroupSession assertReads(String text, long index, InboundGroupSession session, String message)
            throws CryptoException {
        InboundGroupSession.Decrypted decrypted = megolm.decrypt(session, GroupMessage.parse(message));
        assertEquals(text, text(decrypted.plaintext().bytes()));
        assertEquals(index, decrypted.plaintext().index());
        return decrypted.next();
    }

    private interface Reading {

        void read(String base64) throws CryptoException;
    }

    private static void assertEveryChangeRefused(String base64, Reading reading) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(base64);
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 4;
            assertThrows(CryptoException.class, () -> reading.read(UnpaddedBase64.encode(changed)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
