package chat.pando.host;

/** How well a platform keeps the private keys that it stores, from the best downwards. */
public enum KeyCustody {
    /** As objects that can be used and not read. */
    OPAQUE,
    /** As ciphertext, under a key that can be used and not read. */
    WRAPPED,
    /** As ciphertext, and the key to it lies in the same storage: who reads all of that has the private keys. */
    WRAPPED_BESIDE_THEIR_KEY,
    /** Not at all: the platform can't make such keys. */
    NONE
}
