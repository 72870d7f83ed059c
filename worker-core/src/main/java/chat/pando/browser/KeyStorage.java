package chat.pando.browser;

import chat.pando.host.KeyCustody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How private keys are made so that this browser can store them: found by trying, never by the browser's name.
 *
 * <p>The best is a CryptoKey that is stored as such. Where IndexedDB refuses one, or gives back nothing in its place,
 * the key's bytes are stored encrypted: they leave WebCrypto only as ciphertext, by {@code wrapKey}.
 */
sealed interface KeyStorage permits OpaqueKeys, WrappedKeys, NoKeys, PreparedKeys {

    /** What is said of it; empty where the browser could not be asked. */
    Optional<KeyCustody> custody();

    /** A new pair of keys of an asymmetric kind. */
    WebKeyPair newPair(KeyKind kind);

    /** Many new pairs at once. */
    default List<WebKeyPair> newPairs(KeyKind kind, int count) {
        List<WebKeyPair> pairs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pairs.add(newPair(kind));
        }
        return pairs;
    }

    /** The pair of keys of an asymmetric kind whose private half has these 32 bytes. */
    WebKeyPair pairOf(KeyKind kind, byte[] privateKey);

    WebKey newSealingKey();

    /** The key that opens what was stored wrapped, now or by a former version of this browser. */
    Optional<CryptoKey> unwrapping();
}
