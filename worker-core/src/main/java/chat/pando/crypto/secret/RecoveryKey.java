package chat.pando.crypto.secret;

import chat.pando.host.Bytes;
import chat.pando.crypto.secret.RecoveryKeyException.Fault;
import java.util.Arrays;

/**
 * A private key of 32 bytes as people write it down: base58 in groups of four letters, with a prefix and a check byte
 * (spec, appendix "Cryptographic key representation"). Both storage keys and backup keys are shown so.
 */
public final class RecoveryKey {

    private static final int KEY_LENGTH = 32;
    private static final byte[] PREFIX = {(byte) 0x8b, 0x01};
    private static final int LENGTH = PREFIX.length + KEY_LENGTH + 1;
    private static final int GROUP = 4;
    /** 35 bytes are 48 letters, mostly; what is much longer isn't even converted. */
    private static final int MOST_LETTERS = 100;

    private RecoveryKey() {}

    public static String write(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a private key has 32 bytes");
        }
        byte[] bytes = Arrays.copyOf(Bytes.concat(PREFIX, key), LENGTH);
        bytes[LENGTH - 1] = parity(bytes);
        String letters = Base58.encode(bytes);
        Bytes.wipe(bytes);
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                groups.append(' ');
            }
            groups.append(letters.charAt(i));
        }
        return groups.toString();
    }

    /**
     * The key's 32 bytes; white space is passed over.
     *
     * @throws RecoveryKeyException where it is no recovery key
     */
    public static byte[] read(String text) throws RecoveryKeyException {
        byte[] bytes = Base58.decode(letters(text));
        require(bytes.length == LENGTH, Fault.WRONG_LENGTH);
        require(bytes[0] == PREFIX[0] && bytes[1] == PREFIX[1], Fault.OTHER_KIND);
        require(parity(bytes) == 0, Fault.MISTYPED);
        byte[] key = Arrays.copyOfRange(bytes, PREFIX.length, LENGTH - 1);
        Bytes.wipe(bytes);
        return key;
    }

    private static String letters(String text) throws RecoveryKeyException {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\u00a0') {
                letters.append(c);
            }
            require(letters.length() <= MOST_LETTERS, Fault.WRONG_LENGTH);
        }
        return letters.toString();
    }

    /** All bytes together; with a right check byte among them it is zero. */
    private static byte parity(byte[] bytes) {
        byte parity = 0;
        for (byte b : bytes) {
            parity ^= b;
        }
        return parity;
    }

    private static void require(boolean holds, Fault fault) throws RecoveryKeyException {
        if (!holds) {
            throw new RecoveryKeyException(fault);
        }
    }
}
