package chat.pando.crypto.backup;

import chat.pando.host.Bytes;
import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;

/** Reads the sessions of a backup whose private key we have (spec, "Decryption key"). */
public final class BackupDecryption {

    /** The name of the private key in secret storage, where it is base64. */
    public static final String SECRET_NAME = "m.megolm_backup.v1";

    private final Primitives primitives;
    private final AgreementKey decryptionKey;

    public BackupDecryption(Primitives primitives, AgreementKey decryptionKey) {
        this.primitives = primitives;
        this.decryptionKey = decryptionKey;
    }

    /** What the backup's {@code auth_data} says where this key is the right one. */
    public Curve25519PublicKey publicKey() {
        return Curve25519PublicKey.of(decryptionKey);
    }

    /**
     * The {@code BackedUpSessionData} as JSON text, from whoever wrote to the backup.
     *
     * @throws CryptoException where the session was encrypted for another key, or was damaged
     */
    public byte[] decrypt(BackedUpSession session) throws CryptoException {
        byte[] secret = primitives.agree(decryptionKey, session.ephemeral().bytes());
        BackupCipher cipher = new BackupCipher(primitives, secret);
        try {
            if (!Bytes.equalInConstantTime(cipher.mac(), session.mac())) {
                throw new CryptoException("a backed-up session for another key");
            }
            return cipher.decrypt(session.ciphertext());
        } finally {
            cipher.wipe();
        }
    }
}
