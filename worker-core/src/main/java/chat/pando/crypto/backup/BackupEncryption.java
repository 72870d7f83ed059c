package chat.pando.crypto.backup;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;

/**
 * Adds sessions to a backup, whose public key is trusted by now ({@code auth_data}): that is the caller's to check
 * (spec, "Backup algorithm: m.megolm_backup.v1.curve25519-aes-sha2").
 */
public final class BackupEncryption {

    private final Primitives primitives;
    private final Curve25519PublicKey backupKey;

    public BackupEncryption(Primitives primitives, Curve25519PublicKey backupKey) {
        this.primitives = primitives;
        this.backupKey = backupKey;
    }

    /**
     * @param session a {@code BackedUpSessionData} as JSON text
     * @throws CryptoException where the backup's key gives no shared secret
     */
    public BackedUpSession encrypt(byte[] session) throws CryptoException {
        AgreementKey ephemeral = primitives.newAgreementKey();
        BackupCipher cipher = new BackupCipher(primitives, primitives.agree(ephemeral, backupKey.bytes()));
        try {
            return new BackedUpSession(Curve25519PublicKey.of(ephemeral), cipher.encrypt(session), cipher.mac());
        } finally {
            cipher.wipe();
        }
    }
}
