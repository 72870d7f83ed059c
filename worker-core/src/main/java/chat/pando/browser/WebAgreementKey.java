package chat.pando.browser;

import chat.pando.host.AgreementKey;

/** An X25519 key pair whose private half is a CryptoKey. */
final class WebAgreementKey implements AgreementKey {

    private final WebKey key;
    private final byte[] publicKey;

    WebAgreementKey(WebKey key, byte[] publicKey) {
        this.key = key;
        this.publicKey = publicKey.clone();
    }

    WebKey key() {
        return key;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }
}
