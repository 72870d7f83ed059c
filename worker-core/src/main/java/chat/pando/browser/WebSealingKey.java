package chat.pando.browser;

import chat.pando.host.SealingKey;

/** An AES-256-GCM key that is a CryptoKey. */
final class WebSealingKey implements SealingKey {

    private final WebKey key;

    WebSealingKey(WebKey key) {
        this.key = key;
    }

    WebKey key() {
        return key;
    }
}
