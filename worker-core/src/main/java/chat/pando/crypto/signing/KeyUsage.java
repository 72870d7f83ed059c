package chat.pando.crypto.signing;

/** What one of a person's three cross-signing keys is for (spec, "Cross-signing"). */
public enum KeyUsage {
    /** Who somebody is: signs the other two, and is what people verify. */
    MASTER("master"),
    /** Signs the person's own devices. */
    SELF_SIGNING("self_signing"),
    /** Signs other people's master keys; nobody else sees it. */
    USER_SIGNING("user_signing");

    private final String wireName;

    KeyUsage(String wireName) {
        this.wireName = wireName;
    }

    /** As the key's own {@code usage} says. */
    public String wireName() {
        return wireName;
    }

    /** The name of the private key in secret storage, where it is the seed in base64. */
    public String secretName() {
        return "m.cross_signing." + wireName;
    }
}
