package chat.pando.crypto;

import chat.pando.host.Agreement;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Olm, version 1: accounts, their keys, and sessions between two devices (Matrix spec, appendix "Olm: A Cryptographic
 * Ratchet"). It holds no state: what changes is handed in and out.
 */
public final class Olm {

    private final Primitives primitives;

    public Olm(Primitives primitives) {
        this.primitives = primitives;
    }

    /** The keys of a device with which a session is to begin: its own, and a one-time or fallback key that was claimed. */
    public record Claimed(Curve25519PublicKey identityKey, Curve25519PublicKey oneTimeKey) {}

    /** A plaintext, and the session that it is to be sent on. */
    public record Outgoing(OlmSession session, byte[] plaintext) {}

    public OlmAccount newAccount() {
        return new OlmAccount(primitives.newSigningKey(), primitives.newAgreementKey());
    }

    /** New key pairs for others to claim: as one-time keys or, one at a time, as fallback keys. */
    public List<OneTimeKey> newOneTimeKeys(long firstNumber, int count) {
        List<OneTimeKey> keys = new ArrayList<>(count);
        for (AgreementKey pair : primitives.newAgreementKeys(count)) {
            keys.add(new OneTimeKey(OneTimeKey.idOf(firstNumber + keys.size()), pair));
        }
        return keys;
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
        Claimed claimed = new Claimed(theirIdentityKey, theirOneTimeKey);
        return outboundAll(account, List.of(claimed)).get(0).orElseThrow(RootKey::noSecret);
    }

    /** {@link #outbound} with many devices, in their order; empty where either key gives no shared secret. */
    public List<Optional<OlmSession>> outboundAll(OlmAccount account, List<Claimed> devices) {
        List<AgreementKey> bases = new ArrayList<>(devices.size());
        List<List<Agreement>> agreements = new ArrayList<>(devices.size());
        for (Claimed device : devices) {
            AgreementKey base = primitives.newAgreementKey();
            bases.add(base);
            agreements.add(List.of(
                    new Agreement(account.identity().pair(), device.oneTimeKey().own()),
                    new Agreement(base, device.identityKey().own()),
                    new Agreement(base, device.oneTimeKey().own())));
        }
        List<Optional<byte[]>> starts = primitives.deriveAll(RootKey.starts(agreements));
        List<Optional<OlmSession>> sessions = new ArrayList<>(devices.size());
        for (int i = 0; i < devices.size(); i++) {
            AgreementKey base = bases.get(i);
            Claimed device = devices.get(i);
            sessions.add(starts.get(i).map(keys -> begun(account, base, device, RootKey.Derived.of(keys))));
        }
        return sessions;
    }

    private OlmSession begun(OlmAccount account, AgreementKey base, Claimed device, RootKey.Derived start) {
        SessionKeys keys =
                new SessionKeys(account.identityKey(), Curve25519PublicKey.of(base), device.oneTimeKey());
        RatchetKey ratchetKey = new RatchetKey(primitives.newAgreementKey());
        return session(keys, DoubleRatchet.begin(start, ratchetKey));
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
        List<Agreement> agreements = List.of(
                new Agreement(oneTimeKey, keys.identityKey().own()),
                new Agreement(account.identity().pair(), keys.baseKey().own()),
                new Agreement(oneTimeKey, keys.baseKey().own()));
        Reading reading = DoubleRatchet.answer(primitives, agreements, message.ratchetMessage());
        DoubleRatchet.Received received = reading.received(
                primitives.decipher(reading.keys(), MessageCipher.OLM.info(), reading::opened));
        return new OlmSession.Decrypted(session(keys, received.next()), received.plaintext());
    }

    /** @throws CryptoException where the other side's ratchet key gives no shared secret */
    public OlmSession.Encrypted encrypt(OlmSession session, byte[] plaintext) throws CryptoException {
        OlmEncryption work = new OlmEncryption(primitives, List.of(new Outgoing(session, plaintext)));
        return work.encrypted(primitives.encipher(work.keys(), MessageCipher.OLM.info(), work::drafted))
                .get(0)
                .orElseThrow(RootKey::noSecret);
    }

    /**
     * Encrypts many messages at once, no two on one session; in their order, and empty where the other side's ratchet
     * key gives no shared secret.
     */
    public List<Optional<OlmSession.Encrypted>> encryptAll(List<Outgoing> messages) {
        OlmEncryption work = new OlmEncryption(primitives, messages);
        return work.encrypted(primitives.encipher(work.keys(), MessageCipher.OLM.info(), work::drafted));
    }

    /** @throws CryptoException where the message was changed, was decrypted before, or is not of this session */
    public OlmSession.Decrypted decrypt(OlmSession session, OlmMessage message) throws CryptoException {
        if (message instanceof PreKeyMessage preKey && !session.matches(preKey)) {
            throw new CryptoException("a pre-key message of another session");
        }
        Reading reading = session.ratchet().read(primitives, message.ratchetMessage());
        DoubleRatchet.Received received = reading.received(
                primitives.decipher(reading.keys(), MessageCipher.OLM.info(), reading::opened));
        return new OlmSession.Decrypted(session.with(received.next()), received.plaintext());
    }

    private OlmSession session(SessionKeys keys, DoubleRatchet ratchet) {
        return new OlmSession(keys.sessionId(primitives), keys, ratchet);
    }
}
