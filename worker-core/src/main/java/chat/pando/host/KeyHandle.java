package chat.pando.host;

/**
 * A secret key that stays inside the platform: it can be used through {@link Primitives} and stored by a Store, but its
 * bytes can't be read.
 *
 * <p>In a browser it is a non-extractable CryptoKey, stored as such in IndexedDB.
 */
public interface KeyHandle {}
