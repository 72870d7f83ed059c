package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;
import chat.pando.host.Tasks;
import java.util.List;

/**
 * Megolm, version 1: sessions of one sender to a room (Matrix spec, appendix "Megolm group ratchet"). It holds no
 * state: what changes is handed in and out.
 */
public final class Megolm {

    private final Primitives primitives;
    private final Tasks tasks;
    private final Entropy entropy;

    public Megolm(Primitives primitives, Tasks tasks, Entropy entropy) {
        this.primitives = primitives;
        this.tasks = tasks;
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
        MegolmRatchet ratchet = session.ratchet();
        if (ratchet.index() == MegolmRatchet.LAST_INDEX) {
            throw new IllegalStateException("a Megolm session is used up");
        }
        MessageCipher cipher = MessageCipher.megolm(primitives, ratchet.data());
        byte[] message = GroupMessage.encrypt(cipher, ratchet.index(), plaintext);
        byte[] signature = primitives.sign(session.signingKey(), message);
        OutboundGroupSession next = new OutboundGroupSession(session.signingKey(), ratchet.next(primitives));
        return new OutboundGroupSession.Encrypted(next, UnpaddedBase64.encode(Bytes.concat(message, signature)));
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

    /** Whether two sessions are the same one, known from the same or from different indices on. */
    public boolean connected(InboundGroupSession one, InboundGroupSession other) {
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
        return new GroupDecryption(primitives, tasks, session).decrypt(messages);
    }
}
