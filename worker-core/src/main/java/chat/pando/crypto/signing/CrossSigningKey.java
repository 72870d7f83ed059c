package chat.pando.crypto.signing;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import java.util.Map;

/**
 * The public half of a cross-signing key, with the signatures that it carries: {@code CrossSigningKey} of {@code
 * /keys/query} (spec, "Cross-signing"; {@code POST /_matrix/client/v3/keys/query}).
 *
 * @param json as it was received or is to be uploaded
 */
public record CrossSigningKey(KeyUsage usage, String userId, Ed25519PublicKey key, JsonObject json) {

    private static final String ALGORITHM = "ed25519:";

    /** A key without signatures. */
    static CrossSigningKey of(KeyUsage usage, String userId, Ed25519PublicKey key) {
        JsonObject json = JsonObject.builder()
                .put("user_id", userId)
                .put("usage", JsonArray.of(new JsonString(usage.wireName())))
                .put("keys", JsonObject.builder().put(keyId(key), key.base64()).build())
                .build();
        return new CrossSigningKey(usage, userId, key, json);
    }

    /**
     * The key that a server says is this user's for this usage.
     *
     * @throws CryptoException where the object says otherwise, or is malformed
     */
    public static CrossSigningKey read(KeyUsage usage, String userId, JsonObject json) throws CryptoException {
        require(json.string("user_id").orElse("").equals(userId), "a cross-signing key of another user");
        boolean fit = json.array("usage").stream()
                .flatMap(usages -> usages.values().stream())
                .anyMatch(new JsonString(usage.wireName())::equals);
        require(fit, "a cross-signing key for another usage");
        Map<String, JsonValue> keys = json.at("keys").members();
        require(keys.size() == 1, "a cross-signing key that is not exactly one");
        Map.Entry<String, JsonValue> entry = keys.entrySet().iterator().next();
        require(entry.getValue() instanceof JsonString, "a cross-signing key that is no text");
        Ed25519PublicKey key = Ed25519PublicKey.fromBase64(((JsonString) entry.getValue()).value());
        require(entry.getKey().equals(keyId(key)), "a cross-signing key under another key's id");
        return new CrossSigningKey(usage, userId, key, json);
    }

    /** The id under which this key signs: its own text. */
    public String keyId() {
        return keyId(key);
    }

    /** Whether this key signed that object. */
    public boolean signed(Primitives primitives, JsonObject object) {
        return SignedJson.isSigned(primitives, object, userId, keyId(), key);
    }

    CrossSigningKey with(JsonObject signedJson) {
        return new CrossSigningKey(usage, userId, key, signedJson);
    }

    static String keyId(Ed25519PublicKey key) {
        return ALGORITHM + key.base64();
    }

    private static void require(boolean holds, String refusal) throws CryptoException {
        if (!holds) {
            throw new CryptoException(refusal);
        }
    }

    @Override
    public String toString() {
        return "CrossSigningKey[" + usage + "]";
    }
}
