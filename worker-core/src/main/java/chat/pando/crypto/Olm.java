package chat.pando.crypto;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Olm, version 1: accounts, their keys, and sessions between two devices (Matrix spec, appendix "Olm: A Cryptographic
 * Ratchet"). It holds no state: what changes is handed in and out.
 */
public final class Olm {

    private final Primitives primitives;
    private final Tasks tasks;

    public Olm(Primitives primitives, Tasks tasks) {
        this.primitives = primitives;
        this.tasks = tasks;
    }

    public OlmAccount newAccount() {
        return new OlmAccount(primitives.newSigningKey(), primitives.newAgreementKey());
    }

    public Ed25519Signature sign(OlmAccount account, byte[] message) {
        return Signatures.sign(primitives, account.signingKey(), message);
    }

    public boolean verify(Ed25519PublicKey signer, byte[] message, Ed25519Signature signature) {
        return signer.verifies(primitives, message, signature);
    }

    /** New key pairs for others to claim: as one-time keys or, one at a time, as fallback keys. */
    public List<OneTimeKey> newOneTimeKeys(long firstNumber, int count) {
        List<Supplier<OneTimeKey>> making = new ArrayList<>();
        for (long number = firstNumber; number < firstNumber + count; number++) {
            String keyId = OneTimeKey.idOf(number);
            making.add(() -> new OneTimeKey(keyId, primitives.newAgreementKey()));
        }
        return tasks.all(making);
    }

    /**
     * Begins a session with a device whose one-time or fallback key was claimed; the claim's signature is the caller's
     * to check.
     *
     * @throws CryptoException where either key gives no shared secret
     */
    public OlmSession outbound(
            OlmAccount account, Curve25519PublicKey theirIdentityKey, Curve25519PublicKey theirOneTimeKey)
            throws CryptoException {
        AgreementKey base = primitives.newAgreementKey();
        byte[] sharedSecret = Bytes.concat(
                primitives.agree(account.identity().pair(), theirOneTimeKey.bytes()),
                primitives.agree(base, theirIdentityKey.bytes()),
                primitives.agree(base, theirOneTimeKey.bytes()));
        SessionKeys keys = new SessionKeys(account.identityKey(), Curve25519PublicKey.of(base), theirOneTimeKey);
        return session(keys, DoubleRatchet.begin(primitives, sharedSecret));
    }

    /**
     * Begins the session that a pre-key message asks for, and decrypts that message.
     *
     * @param oneTimeKey our own key pair that the message names; to be deleted only after this has succeeded
     * @throws CryptoException where the message is not from that device, or not for this key, or was changed
     */
    public OlmSession.Decrypted inbound(
            OlmAccount account, Curve25519PublicKey theirIdentityKey, PreKeyMessage message, AgreementKey oneTimeKey)
            throws CryptoException {
        SessionKeys keys = message.keys();
        if (!keys.identityKey().equals(theirIdentityKey)) {
            throw new CryptoException("a pre-key message of another device than it claims");
        }
        if (!keys.oneTimeKey().equals(Curve25519PublicKey.of(oneTimeKey))) {
            throw new CryptoException("a pre-key message for another one-time key");
        }
        byte[] sharedSecret = Bytes.concat(
                primitives.agree(oneTimeKey, keys.identityKey().bytes()),
                primitives.agree(account.identity().pair(), keys.baseKey().bytes()),
                primitives.agree(oneTimeKey, keys.baseKey().bytes()));
        RemoteRatchetKey theirs = message.ratchetMessage().ratchetKey();
        return decrypt(session(keys, DoubleRatchet.answer(primitives, sharedSecret, theirs)), message);
    }

    /** @throws CryptoException where the other side's ratchet key gives no shared secret */
    public OlmSession.Encrypted encrypt(OlmSession session, byte[] plaintext) throws CryptoException {
        DoubleRatchet.Sent sent = session.ratchet().encrypt(primitives, plaintext);
        OlmMessage message = session.hasReceived()
                ? sent.message()
                : new PreKeyMessage(session.keys(), sent.message());
        return new OlmSession.Encrypted(session.with(sent.next()), message);
    }

    /** @throws CryptoException where the message was changed, was decrypted before, or is not of this session */
    public OlmSession.Decrypted decrypt(OlmSession session, OlmMessage message) throws CryptoException {
        if (message instanceof PreKeyMessage preKey && !session.matches(preKey)) {
            throw new CryptoException("a pre-key message of another session");
        }
        DoubleRatchet.Received received = session.ratchet().decrypt(primitives, message.ratchetMessage());
        return new OlmSession.Decrypted(session.with(received.next()), received.plaintext());
    }

    private OlmSession session(SessionKeys keys, DoubleRatchet ratchet) {
        return new OlmSession(keys.sessionId(primitives), keys, ratchet);
    }
}
