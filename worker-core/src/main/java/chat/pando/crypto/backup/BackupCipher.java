package chat.pando.crypto.backup;

import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.util.Arrays;

/**
 * The cipher of one backed-up session: AES-256-CBC, keyed from a shared secret by HKDF (spec, "Backup algorithm:
 * {@code m.megolm_backup.v1.curve25519-aes-sha2}", steps 3 to 5).
 */
final class BackupCipher {

    private static final byte[] NOTHING = {};
    private static final int KEY_LENGTH = 32;
    private static final int IV_LENGTH = 16;
    private static final int MAC_LENGTH = 8;

    private final Primitives primitives;
    private final byte[] aesKey;
    private final byte[] macKey;
    private final byte[] iv;

    /** @param sharedSecret is wiped */
    BackupCipher(Primitives primitives, byte[] sharedSecret) {
        byte[] keys = primitives.hkdfSha256(sharedSecret, NOTHING, NOTHING, 2 * KEY_LENGTH + IV_LENGTH);
        this.primitives = primitives;
        aesKey = Arrays.copyOf(keys, KEY_LENGTH);
        macKey = Arrays.copyOfRange(keys, KEY_LENGTH, 2 * KEY_LENGTH);
        iv = Arrays.copyOfRange(keys, 2 * KEY_LENGTH, keys.length);
        Bytes.wipe(sharedSecret, keys);
    }

    byte[] encrypt(byte[] plaintext) {
        return primitives.aesCbcEncrypt(aesKey, iv, plaintext);
    }

    byte[] decrypt(byte[] ciphertext) throws CryptoException {
        return primitives.aesCbcDecrypt(aesKey, iv, ciphertext);
    }

    /** Of an empty text, as everybody makes it; it tells a wrong key from a right one, and no more. */
    byte[] mac() {
        return Arrays.copyOf(primitives.hmacSha256(macKey, NOTHING), MAC_LENGTH);
    }

    void wipe() {
        Bytes.wipe(aesKey, macKey, iv);
    }
}
