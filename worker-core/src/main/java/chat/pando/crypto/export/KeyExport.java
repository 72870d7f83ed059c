package chat.pando.crypto.export;

import chat.pando.host.Bytes;
import chat.pando.crypto.export.KeyExportException.Fault;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes and reads files of room keys (spec, "Key exports", 2 to 4). */
public final class KeyExport {

    /** As many as other clients take today; the spec wants 100,000 at least. */
    public static final int USUAL_ROUNDS = 500_000;

    /** More would keep a phone busy for minutes. */
    static final int MOST_ROUNDS = 10_000_000;

    private static final byte VERSION = 1;
    private static final int SALT_LENGTH = 16;
    private static final int IV_LENGTH = 16;
    private static final int SALT_AT = 1;
    private static final int IV_AT = SALT_AT + SALT_LENGTH;
    private static final int ROUNDS_AT = IV_AT + IV_LENGTH;
    private static final int CIPHERTEXT_AT = ROUNDS_AT + 4;
    private static final int MAC_LENGTH = 32;
    private static final int KEY_LENGTH = 32;

    private final Primitives primitives;
    private final Entropy entropy;

    public KeyExport(Primitives primitives, Entropy entropy) {
        this.primitives = primitives;
        this.entropy = entropy;
    }

    /**
     * The file's text.
     *
     * @param sessions a JSON array of {@code ExportedSessionData}
     */
    public String write(byte[] sessions, char[] passphrase, int rounds) {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("too few or too many rounds");
        }
        byte[] salt = entropy.bytes(SALT_LENGTH);
        byte[] iv = entropy.bytes(IV_LENGTH);
        iv[8] &= 0x7f; // bit 63, since some implementations count with 64 bits only
        ExportKeys keys = ExportKeys.derive(primitives, passphrase, salt, rounds);
        byte[] header = ByteBuffer.allocate(CIPHERTEXT_AT).put(VERSION).put(salt).put(iv).putInt(rounds).array();
        byte[] body = Bytes.concat(header, primitives.aesCtr(keys.aesKey(), iv, sessions));
        byte[] mac = primitives.hmacSha256(keys.macKey(), body);
        keys.wipe();
        return Armor.wrap(Bytes.concat(body, mac));
    }

    /** @throws KeyExportException where the file can't be read, with what can be said about it */
    public byte[] read(String file, char[] passphrase) throws KeyExportException {
        require(file.length() <= Armor.LONGEST, Fault.TOO_LARGE);
        byte[] bytes = Armor.unwrap(file);
        require(bytes.length > 0 && bytes[0] == VERSION, bytes.length == 0 ? Fault.DAMAGED : Fault.OTHER_VERSION);
        require(bytes.length >= CIPHERTEXT_AT + MAC_LENGTH, Fault.DAMAGED);
        int rounds = ByteBuffer.wrap(bytes).getInt(ROUNDS_AT);
        require(rounds >= 1 && rounds <= MOST_ROUNDS, Fault.UNREASONABLE_ROUNDS);
        ExportKeys keys = ExportKeys.derive(
                primitives, passphrase, Arrays.copyOfRange(bytes, SALT_AT, IV_AT), rounds);
        try {
            int end = bytes.length - MAC_LENGTH;
            byte[] mac = primitives.hmacSha256(keys.macKey(), Arrays.copyOf(bytes, end));
            boolean genuine = Bytes.equalInConstantTime(mac, Arrays.copyOfRange(bytes, end, bytes.length));
            require(genuine, Fault.WRONG_PASSPHRASE_OR_CHANGED);
            byte[] iv = Arrays.copyOfRange(bytes, IV_AT, ROUNDS_AT);
            return primitives.aesCtr(keys.aesKey(), iv, Arrays.copyOfRange(bytes, CIPHERTEXT_AT, end));
        } finally {
            keys.wipe();
        }
    }

    private static void require(boolean holds, Fault fault) throws KeyExportException {
        if (!holds) {
            throw new KeyExportException(fault);
        }
    }

    /** What a passphrase and its salt stand for. */
    private record ExportKeys(byte[] aesKey, byte[] macKey) {

        static ExportKeys derive(Primitives primitives, char[] passphrase, byte[] salt, int rounds) {
            byte[] both = primitives.pbkdf2Sha512(passphrase, salt, rounds, 2 * KEY_LENGTH);
            ExportKeys keys = new ExportKeys(
                    Arrays.copyOf(both, KEY_LENGTH), Arrays.copyOfRange(both, KEY_LENGTH, both.length));
            Bytes.wipe(both);
            return keys;
        }

        void wipe() {
            Bytes.wipe(aesKey, macKey);
        }

        @Override
        public String toString() {
            return "ExportKeys";
        }
    }
}
