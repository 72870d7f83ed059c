package chat.pando.crypto.secret;

import chat.pando.host.Bytes;

/**
 * The key of a secret storage: 32 bytes that every secret's keys are derived from (spec, "Secret storage", "Key
 * storage").
 */
public final class StorageKey {

    static final int LENGTH = 32;

    private final byte[] bytes;

    StorageKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws RecoveryKeyException where the text is no recovery key */
    public static StorageKey ofRecoveryKey(String text) throws RecoveryKeyException {
        return new StorageKey(RecoveryKey.read(text));
    }

    /** What the person is to write down. */
    public String recoveryKey() {
        return RecoveryKey.write(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Forgets the key: it opens nothing any more. */
    public void wipe() {
        Bytes.wipe(bytes);
    }

    @Override
    public String toString() {
        return "StorageKey";
    }
}
