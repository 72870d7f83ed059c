package chat.pando.browser;

import chat.pando.host.SealingKey;

/** An AES-256-GCM key that is a CryptoKey. */
final class WebSealingKey implements SealingKey {

    private final CryptoKey cryptoKey;

    WebSealingKey(CryptoKey cryptoKey) {
        this.cryptoKey = cryptoKey;
    }

    CryptoKey cryptoKey() {
        return cryptoKey;
    }
}
