package chat.pando.browser;

import chat.pando.host.SigningKey;

/** An Ed25519 key pair whose private half is a CryptoKey. */
final class WebSigningKey implements SigningKey {

    private final WebKey key;
    private final byte[] publicKey;

    WebSigningKey(WebKey key, byte[] publicKey) {
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
