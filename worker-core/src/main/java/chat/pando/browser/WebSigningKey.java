package chat.pando.browser;

import chat.pando.host.SigningKey;

/** An Ed25519 key pair whose private half is a CryptoKey. */
final class WebSigningKey implements SigningKey {

    private final CryptoKey cryptoKey;
    private final byte[] publicKey;

    WebSigningKey(CryptoKey cryptoKey, byte[] publicKey) {
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
