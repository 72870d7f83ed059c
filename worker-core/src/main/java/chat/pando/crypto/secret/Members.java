package chat.pando.crypto.secret;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;

/** The members of account data that hold bytes; padding is accepted, as the spec demands ("Secret storage"). */
final class Members {

    private Members() {}

    static byte[] bytes(JsonObject json, String name) throws CryptoException {
        return UnpaddedBase64.decode(json.string(name)
                .orElseThrow(() -> new CryptoException("secret storage without \"" + name + "\"")));
    }

    static byte[] bytes(JsonObject json, String name, int length) throws CryptoException {
        byte[] bytes = bytes(json, name);
        if (bytes.length != length) {
            throw new CryptoException("secret storage with a malformed \"" + name + "\"");
        }
        return bytes;
    }
}
