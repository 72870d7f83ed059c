package chat.pando.e2e.people;

import java.util.Map;

/**
 * A CryptoKey that a script of the page has found in the site's databases.
 *
 * @param store     the object store that holds it
 * @param algorithm WebCrypto's name, such as X25519
 * @param readable  whether the script could read any of its bytes
 */
public record StoredKey(String store, String algorithm, boolean readable) {

    static StoredKey of(Map<?, ?> found) {
        return new StoredKey(
                (String) found.get("store"), (String) found.get("algorithm"), (Boolean) found.get("readable"));
    }
}
