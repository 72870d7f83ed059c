package chat.pando.crypto.secret;

import chat.pando.crypto.StrictUtf8;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;
import chat.pando.json.Utf8;
import java.util.Optional;

/**
 * Makes storage keys, knows the right ones, and encrypts secrets under them (spec, "Secret storage"). It holds no
 * state.
 */
public final class SecretStorage {

    /** Of what a key's check is the code. */
    private static final byte[] ZEROS = new byte[32];
    private static final String NO_NAME = "";
    private static final int SALT_BYTES = 24;

    private final Primitives primitives;
    private final Entropy entropy;

    public SecretStorage(Primitives primitives, Entropy entropy) {
        this.primitives = primitives;
        this.entropy = entropy;
    }

    public StorageKey newKey() {
        return new StorageKey(entropy.bytes(StorageKey.LENGTH));
    }

    /** How a new passphrase is to become a key. */
    public PassphraseParameters newParameters() {
        String salt = UnpaddedBase64.encode(entropy.bytes(SALT_BYTES));
        return new PassphraseParameters(salt, PassphraseParameters.USUAL_ROUNDS);
    }

    /** The key of a passphrase, which takes a second or so. */
    public StorageKey ofPassphrase(PassphraseParameters parameters, char[] passphrase) {
        byte[] salt = Utf8.encode(parameters.salt());
        return new StorageKey(primitives.pbkdf2Sha512(passphrase, salt, parameters.rounds(), StorageKey.LENGTH));
    }

    /** What is to be published of a key, so that it is known again. */
    public KeyDescription describe(
            StorageKey key, Optional<String> name, Optional<PassphraseParameters> passphrase) {
        byte[] iv = newIv();
        return new KeyDescription(name, passphrase, Optional.of(new KeyCheck(iv, checkCode(key, iv))));
    }

    /** Whether it is the described key; a description without a check takes any. */
    public boolean fits(StorageKey key, KeyDescription description) {
        return description.check()
                .map(check -> Bytes.equalInConstantTime(checkCode(key, check.iv()), check.mac()))
                .orElse(true);
    }

    /** @param name the type of the account data that holds the secret; it opens under no other */
    public EncryptedSecret encrypt(StorageKey key, String name, String secret) {
        SecretCipher cipher = new SecretCipher(primitives, key, name);
        byte[] plaintext = Utf8.encode(secret);
        byte[] iv = newIv();
        byte[] ciphertext = cipher.crypt(iv, plaintext);
        byte[] mac = cipher.mac(ciphertext);
        cipher.wipe();
        Bytes.wipe(plaintext);
        return new EncryptedSecret(iv, ciphertext, mac);
    }

    /** @throws CryptoException where it was encrypted under another key or name, or was changed */
    public String decrypt(StorageKey key, String name, EncryptedSecret secret) throws CryptoException {
        SecretCipher cipher = new SecretCipher(primitives, key, name);
        try {
            if (!Bytes.equalInConstantTime(cipher.mac(secret.ciphertext()), secret.mac())) {
                throw new CryptoException("a secret of another key or name, or one that was changed");
            }
            byte[] plaintext = cipher.crypt(secret.iv(), secret.ciphertext());
            try {
                return StrictUtf8.decode(plaintext);
            } finally {
                Bytes.wipe(plaintext);
            }
        } finally {
            cipher.wipe();
        }
    }

    private byte[] checkCode(StorageKey key, byte[] iv) {
        SecretCipher cipher = new SecretCipher(primitives, key, NO_NAME);
        byte[] mac = cipher.mac(cipher.crypt(iv, ZEROS));
        cipher.wipe();
        return mac;
    }

    /** Bit 63 is zero, since some implementations count with 64 bits only. */
    private byte[] newIv() {
        byte[] iv = entropy.bytes(EncryptedSecret.IV_LENGTH);
        iv[8] &= 0x7f;
        return iv;
    }
}
