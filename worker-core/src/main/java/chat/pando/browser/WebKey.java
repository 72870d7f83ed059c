package chat.pando.browser;

import java.util.Optional;
import org.teavm.jso.JSObject;

/**
 * A private key in this worker, always a non-extractable CryptoKey, and how it can be stored.
 *
 * @param cryptoKey what the key is used by
 * @param wrapped   its encrypted bytes (a nonce, ciphertext and tag), where this browser can't store the CryptoKey
 */
record WebKey(CryptoKey cryptoKey, Optional<JSObject> wrapped) {

    static WebKey opaque(CryptoKey cryptoKey) {
        return new WebKey(cryptoKey, Optional.empty());
    }

    static WebKey wrapped(CryptoKey cryptoKey, JSObject bytes) {
        return new WebKey(cryptoKey, Optional.of(bytes));
    }

    @Override
    public String toString() {
        return wrapped.isPresent() ? "WebKey[wrapped]" : "WebKey[opaque]";
    }
}
