package chat.pando.browser;

import chat.pando.host.AgreementKey;

/** An X25519 key pair whose private half is a CryptoKey. */
final class WebAgreementKey implements AgreementKey {

    private final CryptoKey cryptoKey;
    private final byte[] publicKey;

    WebAgreementKey(CryptoKey cryptoKey, byte[] publicKey) {
        this.cryptoKey = cryptoKey;
        this.publicKey = publicKey.clone();
    }

    CryptoKey cryptoKey() {
        return cryptoKey;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }
}
