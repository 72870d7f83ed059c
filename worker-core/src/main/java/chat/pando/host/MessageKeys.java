package chat.pando.host;

import java.util.Arrays;
import java.util.Optional;

/**
 * The three keys of one message, derived from one secret by HKDF-SHA-256: an AES-256 key, an HMAC key, an IV; and what
 * is done with them, one primitive after the other. A platform may do the same in fewer steps.
 */
final class MessageKeys {

    static final int CODE_LENGTH = 8;

    private static final int KEY_LENGTH = 32;
    private static final int BLOCK_LENGTH = 16;
    private static final byte[] NO_SALT = {};

    private final Primitives primitives;
    private final byte[] aesKey;
    private final byte[] macKey;
    private final byte[] iv;

    MessageKeys(Primitives primitives, byte[] secret, byte[] info) {
        byte[] keys = primitives.hkdfSha256(secret, NO_SALT, info, 2 * KEY_LENGTH + BLOCK_LENGTH);
        this.primitives = primitives;
        aesKey = Arrays.copyOf(keys, KEY_LENGTH);
        macKey = Arrays.copyOfRange(keys, KEY_LENGTH, 2 * KEY_LENGTH);
        iv = Arrays.copyOfRange(keys, 2 * KEY_LENGTH, keys.length);
        Bytes.wipe(keys);
    }

    byte[] encipher(byte[] header, byte[] plaintext) {
        byte[] ciphertext = primitives.aesCbcEncrypt(aesKey, iv, plaintext);
        byte[] payload = Bytes.concat(header, ciphertext);
        return Bytes.concat(payload, code(payload));
    }

    Optional<byte[]> decipher(Deciphering message) {
        if (!Bytes.equalInConstantTime(code(Arrays.copyOf(message.message(), message.authenticated())), message.code())) {
            return Optional.empty();
        }
        try {
            return Optional.of(primitives.aesCbcDecrypt(aesKey, iv, message.ciphertext().of(message.message())));
        } catch (CryptoException refused) {
            return Optional.empty();
        }
    }

    private byte[] code(byte[] payload) {
        return Arrays.copyOf(primitives.hmacSha256(macKey, payload), CODE_LENGTH);
    }

    /** What was derived is not needed any more. */
    void wipe() {
        Bytes.wipe(aesKey, macKey, iv);
    }
}
