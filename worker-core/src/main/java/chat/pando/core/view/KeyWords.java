package chat.pando.core.view;

import chat.pando.host.KeyCustody;

/** How well private keys are kept, in words for a person. */
public final class KeyWords {

    private KeyWords() {}

    public static String of(KeyCustody custody) {
        return switch (custody) {
            case OPAQUE -> "Kept by the browser: Pando can use them, and no script can read them";
            case WRAPPED -> "Encrypted, with a key that no script can read: this browser can't keep them all itself";
            case WRAPPED_BESIDE_THEIR_KEY ->
                "Encrypted, but the key to that lies in the same storage: this browser can't keep them itself";
            case NONE ->
                "This browser can't make the keys that Pando needs (Ed25519 and X25519). Update it, or use another one.";
        };
    }
}
