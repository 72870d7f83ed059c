package chat.pando.crypto.secret;

import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import java.util.Optional;

/**
 * What account data says of a storage key, {@code m.secret_storage.key.[key ID]} (spec, "Key storage").
 *
 * @param check empty where nothing tells a wrong key before a secret does
 */
public record KeyDescription(
        Optional<String> name, Optional<PassphraseParameters> passphrase, Optional<KeyCheck> check) {

    private static final String ALGORITHM = "m.secret_storage.v1.aes-hmac-sha2";

    /** @throws CryptoException where a member is malformed, or the key is for another algorithm */
    public static KeyDescription read(JsonObject content) throws CryptoException {
        if (!content.string("algorithm").orElse("").equals(ALGORITHM)) {
            throw new CryptoException("secret storage of an unknown algorithm");
        }
        return new KeyDescription(
                content.string("name"),
                content.has("passphrase")
                        ? Optional.of(PassphraseParameters.read(content.at("passphrase")))
                        : Optional.empty(),
                content.has("iv") || content.has("mac") ? Optional.of(KeyCheck.read(content)) : Optional.empty());
    }

    public JsonObject toJson() {
        JsonObject.Builder content = JsonObject.builder().put("algorithm", ALGORITHM).put("name", name);
        passphrase.ifPresent(parameters -> content.put("passphrase", parameters.toJson()));
        check.ifPresent(values -> values.write(content));
        return content.build();
    }

    @Override
    public String toString() {
        return "KeyDescription";
    }
}
