package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cipher of one message: AES-256-CBC with HMAC-SHA-256, both keyed from one secret by HKDF (Olm specification,
 * "Version 1"; Megolm specification, "Message encryption").
 */
final class MessageCipher {

    /** How many bytes of the MAC travel with a message of version 3. */
    static final int MAC_LENGTH = 8;

    private static final int KEY_LENGTH = 32;
    private static final int BLOCK_LENGTH = 16;
    private static final byte[] OLM = "OLM_KEYS".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MEGOLM = "MEGOLM_KEYS".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO_SALT = {};

    private final Primitives primitives;
    private final byte[] aesKey;
    private final byte[] macKey;
    private final byte[] iv;

    private MessageCipher(Primitives primitives, byte[] secret, byte[] info) {
        byte[] keys = primitives.hkdfSha256(secret, NO_SALT, info, 2 * KEY_LENGTH + BLOCK_LENGTH);
        this.primitives = primitives;
        aesKey = Arrays.copyOf(keys, KEY_LENGTH);
        macKey = Arrays.copyOfRange(keys, KEY_LENGTH, 2 * KEY_LENGTH);
        iv = Arrays.copyOfRange(keys, 2 * KEY_LENGTH, keys.length);
    }

    static MessageCipher olm(Primitives primitives, byte[] messageKey) {
        return new MessageCipher(primitives, messageKey, OLM);
    }

    static MessageCipher megolm(Primitives primitives, byte[] ratchet) {
        return new MessageCipher(primitives, ratchet, MEGOLM);
    }

    byte[] encrypt(byte[] plaintext) {
        return primitives.aesCbcEncrypt(aesKey, iv, plaintext);
    }

    byte[] mac(byte[] message) {
        return Arrays.copyOf(primitives.hmacSha256(macKey, message), MAC_LENGTH);
    }

    /** The plaintext, once the MAC has vouched for the whole message. */
    byte[] decrypt(byte[] ciphertext, byte[] message, byte[] mac) throws CryptoException {
        if (!Bytes.equalInConstantTime(mac(message), mac)) {
            throw new CryptoException("a wrong message authentication code");
        }
        if (ciphertext.length == 0 || ciphertext.length % BLOCK_LENGTH != 0) {
            throw new CryptoException("a ciphertext of an impossible length");
        }
        return primitives.aesCbcDecrypt(aesKey, iv, ciphertext);
    }
}
