package chat.pando.crypto;

import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Enciphering;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Megolm, version 1: sessions of one sender to a room (Matrix spec, appendix "Megolm group ratchet"). It holds no
 * state: what changes is handed in and out.
 */
public final class Megolm {

    private final Primitives primitives;
    private final Entropy entropy;

    public Megolm(Primitives primitives, Entropy entropy) {
        this.primitives = primitives;
        this.entropy = entropy;
    }

    public OutboundGroupSession newSession() {
        MegolmRatchet ratchet = new MegolmRatchet(entropy.bytes(MegolmRatchet.LENGTH), 0);
        return new OutboundGroupSession(primitives.newSigningKey(), ratchet);
    }

    /** The session key to share in {@code m.room_key}: it reads from the next message on. */
    public String sessionKey(OutboundGroupSession session) {
        Ed25519PublicKey signingKey = Ed25519PublicKey.of(session.signingKey());
        byte[] key = SessionKeyFormat.SHARED.encode(session.ratchet(), signingKey);
        return UnpaddedBase64.encode(Bytes.concat(key, primitives.sign(session.signingKey(), key)));
    }

    public OutboundGroupSession.Encrypted encrypt(OutboundGroupSession session, byte[] plaintext) {
        OutboundGroupSession.AllEncrypted all = encryptAll(session, List.of(plaintext));
        return new OutboundGroupSession.Encrypted(all.next(), all.ciphertexts().get(0));
    }

    /** Encrypts many messages, one after the other, with all ciphers in one call and all signatures in one. */
    public OutboundGroupSession.AllEncrypted encryptAll(OutboundGroupSession session, List<byte[]> plaintexts) {
        if (MegolmRatchet.LAST_INDEX - session.ratchet().index() < plaintexts.size()) {
            throw new IllegalStateException("a Megolm session is used up");
        }
        List<MegolmRatchet> ratchets = session.ratchet().ahead(primitives, plaintexts.size());
        List<Enciphering> work = new ArrayList<>();
        for (int i = 0; i < plaintexts.size(); i++) {
            work.add(GroupMessage.enciphering(ratchets.get(i), plaintexts.get(i)));
        }
        List<byte[]> messages = MessageCipher.MEGOLM.encrypt(primitives, work);
        List<byte[]> signatures = primitives.signAll(session.signingKey(), messages);
        List<String> ciphertexts = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            ciphertexts.add(UnpaddedBase64.encode(Bytes.concat(messages.get(i), signatures.get(i))));
        }
        MegolmRatchet last = ratchets.get(plaintexts.size());
        return new OutboundGroupSession.AllEncrypted(
                new OutboundGroupSession(session.signingKey(), last), ciphertexts);
    }

    /**
     * The session of a key that its sender shared.
     *
     * @throws CryptoException where it is malformed, or not signed by the session itself
     */
    public InboundGroupSession inbound(String sessionKey) throws CryptoException {
        byte[] bytes = SessionKeyFormat.SHARED.decodeBase64(sessionKey);
        Ed25519PublicKey signingKey = SessionKeyFormat.signingKey(bytes);
        byte[] signed = SessionKeyFormat.signedPart(bytes);
        if (!signingKey.verifies(primitives, signed, SessionKeyFormat.signature(bytes))) {
            throw new CryptoException("a Megolm session key with a wrong signature");
        }
        MegolmRatchet ratchet = SessionKeyFormat.ratchet(bytes);
        return new InboundGroupSession(signingKey, ratchet, ratchet, true);
    }

    /**
     * The session of a key that was exported: from a backup, a file or a forwarding device.
     *
     * @throws CryptoException where it is malformed
     */
    public InboundGroupSession imported(String exportedKey) throws CryptoException {
        byte[] bytes = SessionKeyFormat.EXPORTED.decodeBase64(exportedKey);
        MegolmRatchet ratchet = SessionKeyFormat.ratchet(bytes);
        return new InboundGroupSession(SessionKeyFormat.signingKey(bytes), ratchet, ratchet, false);
    }

    /**
     * The session in the export format, readable from this index on.
     *
     * @throws CryptoException where the session doesn't reach back to the index
     */
    public String exportAt(InboundGroupSession session, long index) throws CryptoException {
        if (index < session.firstKnownIndex() || index > MegolmRatchet.LAST_INDEX) {
            throw new CryptoException("a Megolm session that does not reach that index");
        }
        MegolmRatchet ratchet = session.nearest(index).advanceTo(primitives, index);
        return UnpaddedBase64.encode(SessionKeyFormat.EXPORTED.encode(ratchet, session.signingKey()));
    }

    /** How one session stands to another; that they have the same id proves nothing, their ratchets do. */
    public SessionOrder compare(InboundGroupSession one, InboundGroupSession other) {
        if (!connected(one, other)) {
            return SessionOrder.UNCONNECTED;
        }
        long ahead = one.firstKnownIndex() - other.firstKnownIndex();
        if (ahead == 0) {
            return SessionOrder.EQUAL;
        }
        return ahead < 0 ? SessionOrder.BETTER : SessionOrder.WORSE;
    }

    /**
     * The best of two: known from the earlier index on, and signed where either is, because the signature vouches for
     * the ratchet that both have; empty where they are not the same session.
     */
    public Optional<InboundGroupSession> merge(InboundGroupSession one, InboundGroupSession other) {
        return switch (compare(one, other)) {
            case EQUAL, BETTER -> Optional.of(one.mergedWith(other));
            case WORSE -> Optional.of(other.mergedWith(one));
            case UNCONNECTED -> Optional.empty();
        };
    }

    private boolean connected(InboundGroupSession one, InboundGroupSession other) {
        if (!one.signingKey().equals(other.signingKey())) {
            return false;
        }
        boolean oneFirst = one.firstKnownIndex() <= other.firstKnownIndex();
        MegolmRatchet earlier = oneFirst ? one.first() : other.first();
        MegolmRatchet later = oneFirst ? other.first() : one.first();
        byte[] reached = earlier.advanceTo(primitives, later.index()).data();
        return Bytes.equalInConstantTime(reached, later.data());
    }

    /** @throws CryptoException where the message is forged, or from before the session was shared */
    public InboundGroupSession.Decrypted decrypt(InboundGroupSession session, GroupMessage message)
            throws CryptoException {
        GroupDecryption.Batch batch = decryptAll(session, List.of(message));
        if (batch.outcomes().get(0) instanceof InboundGroupSession.Plaintext plaintext) {
            return new InboundGroupSession.Decrypted(batch.next(), plaintext);
        }
        throw ((InboundGroupSession.Refusal) batch.outcomes().get(0)).reason();
    }

    /** Decrypts many messages of one session with many operations in flight; the outcomes are in their order. */
    public GroupDecryption.Batch decryptAll(InboundGroupSession session, List<GroupMessage> messages) {
        return new GroupDecryption(primitives, session).decrypt(messages);
    }
}
