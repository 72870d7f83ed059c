package chat.pando.browser;

import chat.pando.host.KeyCustody;
import java.util.Optional;
import org.teavm.jso.core.JSPromise;

/**
 * Keys are stored as ciphertext under the profile's wrapping key, and used as non-extractable CryptoKeys.
 *
 * @param wrappingKey wraps and unwraps, and does nothing else
 * @param sealed      whether this browser stores AES keys as CryptoKeys: then the wrapping key is one, and the keys
 *                    that seal the rows of a store need no wrapping
 */
record WrappedKeys(CryptoKey wrappingKey, boolean sealed) implements KeyStorage {

    @Override
    public Optional<KeyCustody> custody() {
        return Optional.of(sealed ? KeyCustody.WRAPPED : KeyCustody.WRAPPED_BESIDE_THEIR_KEY);
    }

    @Override
    public WebKeyPair newPair(KeyKind kind) {
        return pair(KeyWrapping.newPair(kind.algorithm(), kind.usages(), wrappingKey));
    }

    @Override
    public WebKeyPair pairOf(KeyKind kind, byte[] privateKey) {
        return pair(KeyImport.wrappedPair(
                kind.algorithm(), kind.usages(), Bytes.toBrowser(privateKey), wrappingKey));
    }

    @Override
    public WebKey newSealingKey() {
        if (sealed) {
            return WebKey.opaque(Subtle.generateSealingKey().await());
        }
        KeyWrapping.WrappedKey key = KeyWrapping.newSealingKey(wrappingKey).await();
        return WebKey.wrapped(key.getKey(), key.getWrapped());
    }

    @Override
    public Optional<CryptoKey> unwrapping() {
        return Optional.of(wrappingKey);
    }

    @Override
    public String toString() {
        return "WrappedKeys[sealed=" + sealed + "]";
    }

    private static WebKeyPair pair(JSPromise<KeyWrapping.WrappedPair> making) {
        KeyWrapping.WrappedPair pair = making.await();
        return new WebKeyPair(
                WebKey.wrapped(pair.getPrivateKey(), pair.getWrapped()), Bytes.fromBrowser(pair.getPublicBytes()));
    }
}
