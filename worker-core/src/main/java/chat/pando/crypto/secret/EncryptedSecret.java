package chat.pando.crypto.secret;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;

/** A secret as it lies in account data, under one key: {@code AesHmacSha2EncryptedData} (spec, "Secret storage"). */
public record EncryptedSecret(byte[] iv, byte[] ciphertext, byte[] mac) {

    static final int IV_LENGTH = 16;
    static final int MAC_LENGTH = 32;

    /** @throws CryptoException where a member is missing or malformed */
    public static EncryptedSecret read(JsonObject encrypted) throws CryptoException {
        return new EncryptedSecret(
                Members.bytes(encrypted, "iv", IV_LENGTH),
                Members.bytes(encrypted, "ciphertext"),
                Members.bytes(encrypted, "mac", MAC_LENGTH));
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("iv", UnpaddedBase64.encode(iv))
                .put("ciphertext", UnpaddedBase64.encode(ciphertext))
                .put("mac", UnpaddedBase64.encode(mac))
                .build();
    }

    @Override
    public String toString() {
        return "EncryptedSecret";
    }
}
