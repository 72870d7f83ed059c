package chat.pando.differential;

import chat.pando.host.CryptoException;
import chat.pando.json.Utf8;
import org.teavm.jso.JSObject;

/** Libolm's Olm. It encrypts texts, and keeps 40 skipped keys in all, where the others keep 40 of each chain. */
final class LibolmOlm implements OlmSide {

    private final Libolm.Account account = Libolm.newAccount();

    @Override
    public String identityKey() {
        return Libolm.identityKey(account, "curve25519");
    }

    @Override
    public String fingerprintKey() {
        return Libolm.identityKey(account, "ed25519");
    }

    @Override
    public String sign(String message) {
        return account.sign(message);
    }

    @Override
    public boolean verifies(String fingerprintKey, String message, String signature) {
        return Libolm.verifies(fingerprintKey, message, signature);
    }

    @Override
    public String newOneTimeKey() {
        return Libolm.newOneTimeKey(account);
    }

    @Override
    public OlmEnd begin(String theirIdentityKey, String theirOneTimeKey) throws CryptoException {
        return new End(refusedWhereNull(Libolm.outbound(account, theirIdentityKey, theirOneTimeKey)));
    }

    @Override
    public Begun answer(String theirIdentityKey, Parcel first) throws CryptoException {
        JSObject session = refusedWhereNull(Libolm.inbound(account, theirIdentityKey, first.body()));
        End end = new End(session);
        byte[] plaintext = end.decrypt(first);
        Libolm.removeOneTimeKey(account, session);
        return new Begun(end, plaintext);
    }

    @Override
    public Expectation expectation() {
        return Expectation.ofOneStoreForAllChains();
    }

    @Override
    public boolean writesTextOnly() {
        return true;
    }

    static <T> T refusedWhereNull(T result) throws CryptoException {
        if (result == null) {
            throw new CryptoException("libolm refused");
        }
        return result;
    }

    private static final class End implements OlmEnd {

        private JSObject session;

        End(JSObject session) {
            this.session = session;
        }

        @Override
        public String sessionId() {
            return Libolm.sessionId(session);
        }

        @Override
        public Parcel encrypt(byte[] plaintext) {
            Libolm.Message message = Libolm.encrypt(session, Utf8.decode(plaintext));
            return new Parcel(message.getType(), message.getBody());
        }

        @Override
        public byte[] decrypt(Parcel parcel) throws CryptoException {
            return Utf8.encode(
                    refusedWhereNull(Libolm.decrypt(session, parcel.type(), parcel.body())));
        }

        @Override
        public void reload() {
            session = Libolm.reload(session);
        }
    }
}
