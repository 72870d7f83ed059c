package chat.pando.differential;

import chat.pando.conformance.Check;
import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.Ed25519Signature;
import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmAccount;
import chat.pando.crypto.OlmMessage;
import chat.pando.crypto.OlmSession;
import chat.pando.crypto.OneTimeKey;
import chat.pando.crypto.PreKeyMessage;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Pando's Olm. */
final class PandoOlm implements OlmSide {

    private final Primitives primitives;
    private final Olm olm;
    private final OlmAccount account;
    private final Map<Curve25519PublicKey, OneTimeKey> oneTimeKeys = new HashMap<>();

    PandoOlm(Primitives primitives, Olm olm) {
        this.primitives = primitives;
        this.olm = olm;
        this.account = olm.newAccount();
    }

    @Override
    public String identityKey() {
        return account.identityKey().base64();
    }

    @Override
    public String fingerprintKey() {
        return account.fingerprintKey().base64();
    }

    @Override
    public String sign(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return Ed25519Signature.of(primitives, account.signingKey(), bytes).base64();
    }

    @Override
    public boolean verifies(String fingerprintKey, String message, String signature) {
        try {
            return Ed25519PublicKey.fromBase64(fingerprintKey).verifies(
                    primitives,
                    message.getBytes(StandardCharsets.UTF_8),
                    Ed25519Signature.fromBase64(signature));
        } catch (CryptoException malformed) {
            return false;
        }
    }

    @Override
    public String newOneTimeKey() {
        OneTimeKey key = olm.newOneTimeKeys(oneTimeKeys.size(), 1).get(0);
        oneTimeKeys.put(key.publicKey(), key);
        return key.publicKey().base64();
    }

    @Override
    public OlmEnd begin(String theirIdentityKey, String theirOneTimeKey) throws CryptoException {
        return new End(olm.outbound(
                account,
                Curve25519PublicKey.fromBase64(theirIdentityKey),
                Curve25519PublicKey.fromBase64(theirOneTimeKey)));
    }

    @Override
    public Begun answer(String theirIdentityKey, Parcel first) throws CryptoException {
        PreKeyMessage message = (PreKeyMessage) OlmMessage.parse(first.type(), first.body());
        OneTimeKey key = oneTimeKeys.get(message.keys().oneTimeKey());
        if (key == null) {
            throw new CryptoException("an unknown one-time key");
        }
        OlmSession.Decrypted begun =
                olm.inbound(account, Curve25519PublicKey.fromBase64(theirIdentityKey), message, key.pair());
        return new Begun(new End(begun.next()), begun.plaintext());
    }

    @Override
    public boolean readsEveryByte() {
        return true;
    }

    private final class End implements OlmEnd {

        private OlmSession session;

        End(OlmSession session) {
            this.session = session;
        }

        @Override
        public String sessionId() {
            return session.id();
        }

        @Override
        public Parcel encrypt(byte[] plaintext) throws CryptoException {
            OlmSession.Encrypted sent = olm.encrypt(session, plaintext);
            session = sent.next();
            return new Parcel(sent.message().type(), sent.message().body());
        }

        @Override
        public byte[] decrypt(Parcel parcel) throws CryptoException {
            OlmMessage message = OlmMessage.parse(parcel.type(), parcel.body());
            Check.equal(parcel.body(), message.body());
            OlmSession.Decrypted received = olm.decrypt(session, message);
            session = received.next();
            return received.plaintext();
        }

        @Override
        public void reload() throws CryptoException {
            session = OlmSession.fromJson(session.toJson(), session.keyHandles());
        }
    }
}
