package chat.pando.differential;

import chat.pando.host.CryptoException;

/** Vodozemac's Olm. */
final class VodozemacOlm implements OlmSide {

    private final Vodozemac.Account account = Vodozemac.newAccount();

    @Override
    public String identityKey() {
        return account.getCurve25519Key();
    }

    @Override
    public String fingerprintKey() {
        return account.getEd25519Key();
    }

    @Override
    public String sign(String message) {
        return account.sign(message);
    }

    @Override
    public boolean verifies(String fingerprintKey, String message, String signature) {
        return Vodozemac.verifies(fingerprintKey, message, signature);
    }

    @Override
    public String newOneTimeKey() {
        return Vodozemac.newOneTimeKey(account);
    }

    @Override
    public OlmEnd begin(String theirIdentityKey, String theirOneTimeKey) throws CryptoException {
        return new End(Vodozemac.unlessRefused(Vodozemac.outbound(account, theirIdentityKey, theirOneTimeKey)));
    }

    @Override
    public Begun answer(String theirIdentityKey, Parcel first) throws CryptoException {
        Vodozemac.Inbound begun = Vodozemac.unlessRefused(
                Vodozemac.inbound(account, theirIdentityKey, first.type(), first.body()));
        byte[] plaintext = Vodozemac.java(begun.getPlaintext());
        return new Begun(new End(begun.getSession()), plaintext);
    }

    private static final class End implements OlmEnd {

        private Vodozemac.Session session;

        End(Vodozemac.Session session) {
            this.session = session;
        }

        @Override
        public String sessionId() {
            return session.getSessionId();
        }

        @Override
        public Parcel encrypt(byte[] plaintext) {
            Vodozemac.Message message = Vodozemac.encrypt(session, Vodozemac.js(plaintext));
            return new Parcel(message.getType(), message.getCiphertext());
        }

        @Override
        public byte[] decrypt(Parcel parcel) throws CryptoException {
            return Vodozemac.java(
                    Vodozemac.unlessRefused(Vodozemac.decrypt(session, parcel.type(), parcel.body())));
        }

        @Override
        public void reload() {
            session = Vodozemac.reload(session);
        }
    }
}
