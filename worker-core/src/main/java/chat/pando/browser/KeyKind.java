package chat.pando.browser;

import java.util.Optional;

/** A kind of private key: how it is called where it is stored, and what WebCrypto needs to know of it. */
enum KeyKind {
    SIGNING("ed25519", "Ed25519", "pkcs8", "sign"),
    AGREEMENT("x25519", "X25519", "pkcs8", "deriveBits"),
    SEALING("aes-gcm", "AES-GCM", "raw", "encrypt decrypt");

    private final String stored;
    private final String algorithm;
    private final String format;
    private final String usages;

    KeyKind(String stored, String algorithm, String format, String usages) {
        this.stored = stored;
        this.algorithm = algorithm;
        this.format = format;
        this.usages = usages;
    }

    /** The name in the database; never changes. */
    String stored() {
        return stored;
    }

    String algorithm() {
        return algorithm;
    }

    /** As what the bytes of such a key are wrapped. */
    String format() {
        return format;
    }

    /** Separated by spaces. */
    String usages() {
        return usages;
    }

    static Optional<KeyKind> ofStored(String name) {
        for (KeyKind kind : values()) {
            if (kind.stored.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
