package chat.pando.crypto.secret;

import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;

/**
 * How a passphrase becomes a storage key, {@code m.pbkdf2} (spec, "Deriving keys from passphrases").
 *
 * @param rounds how often it is hashed
 */
public record PassphraseParameters(String salt, int rounds) {

    /** As many as other clients take today. */
    static final int USUAL_ROUNDS = 500_000;

    /** More would keep a phone busy for minutes: so a server could stop a client. */
    static final int MOST_ROUNDS = 10_000_000;

    private static final String ALGORITHM = "m.pbkdf2";
    private static final int BITS = 8 * StorageKey.LENGTH;

    /** @throws CryptoException where a member is missing, or asks for what no client does */
    static PassphraseParameters read(JsonObject passphrase) throws CryptoException {
        if (!passphrase.string("algorithm").orElse("").equals(ALGORITHM)) {
            throw new CryptoException("a passphrase of an unknown algorithm");
        }
        if (passphrase.has("bits") && passphrase.integer("bits").orElse(0) != BITS) {
            throw new CryptoException("a passphrase for a key of another length");
        }
        long rounds = passphrase.integer("iterations").orElse(0);
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new CryptoException("a passphrase with too few or too many rounds");
        }
        String salt = passphrase.string("salt").orElseThrow(() -> new CryptoException("a passphrase without salt"));
        return new PassphraseParameters(salt, (int) rounds);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("algorithm", ALGORITHM)
                .put("salt", salt)
                .put("iterations", rounds)
                .put("bits", BITS)
                .build();
    }

    @Override
    public String toString() {
        return "PassphraseParameters[rounds=" + rounds + "]";
    }
}
