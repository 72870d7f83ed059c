package chat.pando.crypto.backup;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;

/**
 * A session in a backup, encrypted: the {@code session_data} of {@code KeyBackupData} (spec, "Backup algorithm:
 * m.megolm_backup.v1.curve25519-aes-sha2").
 */
public record BackedUpSession(Curve25519PublicKey ephemeral, byte[] ciphertext, byte[] mac) {

    /** @throws CryptoException where a member is missing or malformed */
    public static BackedUpSession read(JsonObject sessionData) throws CryptoException {
        return new BackedUpSession(
                new Curve25519PublicKey(bytes(sessionData, "ephemeral")),
                bytes(sessionData, "ciphertext"),
                bytes(sessionData, "mac"));
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("ephemeral", ephemeral.base64())
                .put("ciphertext", UnpaddedBase64.encode(ciphertext))
                .put("mac", UnpaddedBase64.encode(mac))
                .build();
    }

    private static byte[] bytes(JsonObject json, String name) throws CryptoException {
        return UnpaddedBase64.decode(json.string(name)
                .orElseThrow(() -> new CryptoException("a backed-up session without \"" + name + "\"")));
    }

    @Override
    public String toString() {
        return "BackedUpSession";
    }
}
