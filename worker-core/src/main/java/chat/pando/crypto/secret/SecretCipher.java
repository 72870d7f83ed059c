package chat.pando.crypto.secret;

import chat.pando.host.Bytes;
import chat.pando.host.Primitives;
import chat.pando.json.Utf8;
import java.util.Arrays;

/**
 * The cipher of one secret: AES-256-CTR with HMAC-SHA-256, both keyed from the storage key and the secret's name by
 * HKDF (spec, "Secret storage", {@code m.secret_storage.v1.aes-hmac-sha2}).
 */
final class SecretCipher {

    private static final byte[] NO_SALT = {};
    private static final int KEY_LENGTH = 32;

    private final Primitives primitives;
    private final byte[] aesKey;
    private final byte[] macKey;

    SecretCipher(Primitives primitives, StorageKey key, String name) {
        byte[] keys = primitives.hkdfSha256(key.bytes(), NO_SALT, Utf8.encode(name), 2 * KEY_LENGTH);
        this.primitives = primitives;
        aesKey = Arrays.copyOf(keys, KEY_LENGTH);
        macKey = Arrays.copyOfRange(keys, KEY_LENGTH, keys.length);
        Bytes.wipe(keys);
    }

    byte[] crypt(byte[] iv, byte[] data) {
        return primitives.aesCtr(aesKey, iv, data);
    }

    byte[] mac(byte[] ciphertext) {
        return primitives.hmacSha256(macKey, ciphertext);
    }

    void wipe() {
        Bytes.wipe(aesKey, macKey);
    }
}
