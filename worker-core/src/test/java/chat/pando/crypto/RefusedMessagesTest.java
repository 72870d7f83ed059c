package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Messages that were cut, lengthened or blown up are refused, wherever that was done; the true one still is read. */
class RefusedMessagesTest {

    private static final byte[] PLAINTEXT = {1, 2, 3};

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Olm olm = new Olm(primitives);
    private final Megolm megolm = new Megolm(primitives, new JvmEntropy());
    private final OlmAccount alice = olm.newAccount();
    private final OlmAccount bob = olm.newAccount();
    private final OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);

    private interface Reading {

        void read(byte[] message) throws CryptoException;
    }

    @Test
    void preKeyMessages() throws CryptoException {
        OlmSession session = olm.outbound(alice, bob.identityKey(), key.publicKey());
        OlmMessage message = olm.encrypt(session, PLAINTEXT).message();
        refusesWhatIsCutOrLengthened(message.bytes(), bytes -> {
            PreKeyMessage read = (PreKeyMessage) OlmMessage.parse(0, UnpaddedBase64.encode(bytes));
            olm.inbound(bob, alice.identityKey(), read, key.pair());
        });
    }

    @Test
    void ratchetMessages() throws CryptoException {
        OlmSession session = olm.outbound(alice, bob.identityKey(), key.publicKey());
        PreKeyMessage first = (PreKeyMessage) olm.encrypt(session, PLAINTEXT).message();
        OlmSession.Decrypted begun = olm.inbound(bob, alice.identityKey(), first, key.pair());
        OlmMessage reply = olm.encrypt(begun.next(), PLAINTEXT).message();
        refusesWhatIsCutOrLengthened(
                reply.bytes(), bytes -> olm.decrypt(session, OlmMessage.parse(1, UnpaddedBase64.encode(bytes))));
    }

    @Test
    void groupMessages() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        InboundGroupSession inbound = megolm.inbound(megolm.sessionKey(outbound));
        byte[] message = UnpaddedBase64.decode(megolm.encrypt(outbound, PLAINTEXT).ciphertext());
        refusesWhatIsCutOrLengthened(
                message, bytes -> megolm.decrypt(inbound, GroupMessage.parse(UnpaddedBase64.encode(bytes))));
    }

    /** Its sender signs it anew, so that what refuses it is not the signature. */
    @Test
    void groupMessagesThatTheirSenderSpoiled() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        InboundGroupSession inbound = megolm.inbound(megolm.sessionKey(outbound));
        byte[] message = UnpaddedBase64.decode(megolm.encrypt(outbound, PLAINTEXT).ciphertext());
        byte[] signedPart = Arrays.copyOf(message, message.length - Ed25519Signature.LENGTH);
        refusesWhatIsCutOrLengthened(signedPart, bytes -> megolm.decrypt(inbound, signed(outbound, bytes)));
    }

    @Test
    void sessionKeys() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        String shared = megolm.sessionKey(outbound);
        refusesWhatIsCutOrLengthened(
                UnpaddedBase64.decode(shared), bytes -> megolm.inbound(UnpaddedBase64.encode(bytes)));
        refusesWhatIsCutOrLengthened(
                UnpaddedBase64.decode(megolm.exportAt(megolm.inbound(shared), 0)),
                bytes -> megolm.imported(UnpaddedBase64.encode(bytes)));
    }

    /** No event is as long as that; a platform may die of it. */
    @Test
    void aGroupMessageLongerThanAnyEvent() throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        InboundGroupSession inbound = megolm.inbound(megolm.sessionKey(outbound));
        byte[] longest = new byte[Primitives.LONGEST_SIGNED - 200];
        assertEquals(longest.length, megolm.decrypt(
                        inbound, GroupMessage.parse(megolm.encrypt(outbound, longest).ciphertext()))
                .plaintext().bytes().length);
        byte[] oversized = new WireWriter(3)
                .integer(0x08, 0)
                .bytes(0x12, new byte[16 * 8192])
                .raw(new byte[MessageCipher.MAC_LENGTH + Ed25519Signature.LENGTH])
                .toBytes();
        GroupMessage message = GroupMessage.parse(UnpaddedBase64.encode(oversized));
        assertThrows(CryptoException.class, () -> megolm.decrypt(inbound, message));
        assertThrows(IllegalArgumentException.class,
                () -> megolm.encrypt(outbound, new byte[Primitives.LONGEST_SIGNED + 1]));
    }

    private GroupMessage signed(OutboundGroupSession session, byte[] signedPart) throws CryptoException {
        byte[] signature = primitives.sign(session.signingKey(), signedPart);
        return GroupMessage.parse(UnpaddedBase64.encode(Bytes.concat(signedPart, signature)));
    }

    private static void refusesWhatIsCutOrLengthened(byte[] message, Reading reading) throws CryptoException {
        reading.read(message);
        for (int length = 0; length < message.length; length++) {
            byte[] cutAtTheEnd = Arrays.copyOf(message, length);
            byte[] cutAtTheBeginning = Arrays.copyOfRange(message, message.length - length, message.length);
            assertThrows(CryptoException.class, () -> reading.read(cutAtTheEnd));
            assertThrows(CryptoException.class, () -> reading.read(cutAtTheBeginning));
        }
        for (int more : new int[] {1, 2, 8, 64, 50_000}) {
            assertThrows(CryptoException.class, () -> reading.read(Arrays.copyOf(message, message.length + more)));
            assertThrows(CryptoException.class, () -> reading.read(Bytes.concat(new byte[more], message)));
        }
        reading.read(message);
    }
}
