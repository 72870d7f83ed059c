package chat.pando.crypto.attachment;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.host.Entropy;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import java.util.Arrays;

/**
 * What a recipient needs to read an attachment: all of an {@code EncryptedFile} but its URL (spec, "Sending encrypted
 * attachments"). It travels inside an encrypted event.
 */
public final class AttachmentKey {

    static final int KEY_LENGTH = 32;
    static final int COUNTER_LENGTH = 16;

    private static final int RANDOM_COUNTER_BYTES = 8;
    private static final int HASH_LENGTH = 32;
    private static final String VERSION = "v2";
    private static final String ALGORITHM = "A256CTR";
    private static final String KEY_TYPE = "oct";

    private final byte[] key;
    private final byte[] counter;
    private final byte[] hash;

    private AttachmentKey(byte[] key, byte[] counter, byte[] hash) {
        this.key = key;
        this.counter = counter;
        this.hash = hash;
    }

    /** A key for one attachment, whose hash is not known yet; the counter's last 64 bits begin at zero. */
    static AttachmentKey fresh(Entropy entropy) {
        byte[] counter = Arrays.copyOf(entropy.bytes(RANDOM_COUNTER_BYTES), COUNTER_LENGTH);
        return new AttachmentKey(entropy.bytes(KEY_LENGTH), counter, new byte[HASH_LENGTH]);
    }

    AttachmentKey with(byte[] ciphertextHash) {
        return new AttachmentKey(key, counter, ciphertextHash);
    }

    /** @throws CryptoException where a member is missing or malformed, or of another version */
    public static AttachmentKey read(JsonObject file) throws CryptoException {
        require(file.string("v").orElse("").equals(VERSION), "an attachment of another version");
        JsonObject jwk = file.at("key");
        boolean known = jwk.string("alg").orElse("").equals(ALGORITHM) && jwk.string("kty").orElse("").equals(KEY_TYPE);
        require(known, "an attachment's key for another cipher");
        return new AttachmentKey(
                bytes(UrlSafeBase64.decode(jwk.string("k").orElse("")), KEY_LENGTH, "key"),
                bytes(UnpaddedBase64.decode(file.string("iv").orElse("")), COUNTER_LENGTH, "counter"),
                bytes(UnpaddedBase64.decode(file.at("hashes").string("sha256").orElse("")), HASH_LENGTH, "hash"));
    }

    /** An {@code EncryptedFile} that lacks its URL only. */
    public JsonObject toJson() {
        JsonObject jwk = JsonObject.builder()
                .put("kty", KEY_TYPE)
                .put("key_ops", JsonArray.of(new JsonString("encrypt"), new JsonString("decrypt")))
                .put("alg", ALGORITHM)
                .put("k", UrlSafeBase64.encode(key))
                .put("ext", true)
                .build();
        return JsonObject.builder()
                .put("v", VERSION)
                .put("key", jwk)
                .put("iv", UnpaddedBase64.encode(counter))
                .put("hashes", JsonObject.builder().put("sha256", UnpaddedBase64.encode(hash)).build())
                .build();
    }

    byte[] key() {
        return key;
    }

    byte[] counter() {
        return counter;
    }

    byte[] hash() {
        return hash;
    }

    private static byte[] bytes(byte[] decoded, int length, String what) throws CryptoException {
        require(decoded.length == length, "an attachment's " + what + " of a wrong length");
        return decoded;
    }

    private static void require(boolean holds, String refusal) throws CryptoException {
        if (!holds) {
            throw new CryptoException(refusal);
        }
    }

    @Override
    public String toString() {
        return "AttachmentKey";
    }
}
