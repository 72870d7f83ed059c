package chat.pando.crypto;

import chat.pando.host.CryptoException;
import java.util.Arrays;

/**
 * Base64 as Matrix writes it: the standard alphabet, without padding (spec, appendix "Unpadded Base64").
 *
 * <p>It reads padded text as well, and nothing else: no white space, no other alphabet, no stray bits at the end.
 */
public final class UnpaddedBase64 {

    private static final char[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray();
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            VALUES[ALPHABET[i]] = (byte) i;
        }
    }

    private UnpaddedBase64() {}

    public static String encode(byte[] bytes) {
        char[] text = new char[(bytes.length * 4 + 2) / 3];
        int out = 0;
        int bits = 0;
        int pending = 0;
        for (byte b : bytes) {
            pending = pending << 8 | b & 0xff;
            bits += 8;
            while (bits >= 6) {
                bits -= 6;
                text[out++] = ALPHABET[pending >> bits & 0x3f];
            }
        }
        if (bits > 0) {
            text[out] = ALPHABET[pending << 6 - bits & 0x3f];
        }
        return new String(text);
    }

    /** @throws CryptoException where the text is no base64 */
    public static byte[] decode(String text) throws CryptoException {
        int length = lengthWithoutPadding(text);
        byte[] bytes = new byte[length * 3 / 4];
        int out = 0;
        int bits = 0;
        int pending = 0;
        for (int i = 0; i < length; i++) {
            pending = pending << 6 | value(text.charAt(i));
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                bytes[out++] = (byte) (pending >> bits);
            }
        }
        if ((pending & (1 << bits) - 1) != 0) {
            throw new CryptoException("base64 with stray bits at its end");
        }
        return bytes;
    }

    private static int lengthWithoutPadding(String text) throws CryptoException {
        int length = text.length();
        if (length % 4 == 0 && text.endsWith("=")) {
            length -= text.endsWith("==") ? 2 : 1;
        }
        if (length % 4 == 1) {
            throw new CryptoException("base64 of an impossible length");
        }
        return length;
    }

    private static int value(char c) throws CryptoException {
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
            throw new CryptoException("a character that base64 has not");
        }
        return value;
    }
}
