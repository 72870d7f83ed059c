package chat.pando.crypto.secret;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;

/**
 * By what a storage key is known to be the right one: the code of 32 encrypted zeros (spec, "Key storage", members
 * {@code iv} and {@code mac} of the key's description).
 */
record KeyCheck(byte[] iv, byte[] mac) {

    /** @throws CryptoException where a member is missing or malformed */
    static KeyCheck read(JsonObject description) throws CryptoException {
        return new KeyCheck(
                Members.bytes(description, "iv", EncryptedSecret.IV_LENGTH),
                Members.bytes(description, "mac", EncryptedSecret.MAC_LENGTH));
    }

    void write(JsonObject.Builder description) {
        description.put("iv", UnpaddedBase64.encode(iv)).put("mac", UnpaddedBase64.encode(mac));
    }

    @Override
    public String toString() {
        return "KeyCheck";
    }
}
