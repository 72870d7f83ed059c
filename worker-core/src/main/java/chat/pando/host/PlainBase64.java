package chat.pando.host;

import java.util.Arrays;

/**
 * Unpadded base64 in Java, for platforms that have none of their own: its text is that of the Matrix spec's appendix
 * "Unpadded Base64".
 */
public final class PlainBase64 {

    private static final char[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray();
    private static final byte FOREIGN = -1;
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, FOREIGN);
        for (int i = 0; i < ALPHABET.length; i++) {
            VALUES[ALPHABET[i]] = (byte) i;
        }
    }

    private PlainBase64() {}

    public static String encode(byte[] bytes) {
        char[] text = new char[(bytes.length * 4 + 2) / 3];
        int whole = bytes.length - bytes.length % 3;
        int out = 0;
        for (int i = 0; i < whole; i += 3) {
            int three = (bytes[i] & 0xff) << 16 | (bytes[i + 1] & 0xff) << 8 | bytes[i + 2] & 0xff;
            text[out] = ALPHABET[three >> 18];
            text[out + 1] = ALPHABET[three >> 12 & 0x3f];
            text[out + 2] = ALPHABET[three >> 6 & 0x3f];
            text[out + 3] = ALPHABET[three & 0x3f];
            out += 4;
        }
        int pending = 0;
        for (int i = whole; i < bytes.length; i++) {
            pending |= (bytes[i] & 0xff) << 16 - 8 * (i - whole);
        }
        for (int shift = 18; out < text.length; shift -= 6) {
            text[out++] = ALPHABET[pending >> shift & 0x3f];
        }
        return new String(text);
    }

    /** @throws CryptoException where the text is no base64 */
    public static byte[] decode(String text) throws CryptoException {
        int length = lengthWithoutPadding(text);
        byte[] bytes = new byte[length * 3 / 4];
        int whole = length - length % 4;
        int out = 0;
        int all = 0; // negative at the end where any value was: that is asked once, and not of each character
        for (int i = 0; i < whole; i += 4) {
            int four = value(text, i) << 18 | value(text, i + 1) << 12 | value(text, i + 2) << 6 | value(text, i + 3);
            all |= four;
            bytes[out] = (byte) (four >> 16);
            bytes[out + 1] = (byte) (four >> 8);
            bytes[out + 2] = (byte) four;
            out += 3;
        }
        int pending = 0;
        for (int i = whole; i < length; i++) {
            pending |= value(text, i) << 18 - 6 * (i - whole);
        }
        if ((all | pending) < 0) {
            throw new CryptoException("a character that base64 has not");
        }
        for (int shift = 16; out < bytes.length; shift -= 8) {
            bytes[out++] = (byte) (pending >> shift);
            pending &= (1 << shift) - 1;
        }
        if (pending != 0) {
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

    /** Six bits; negative, however far it is shifted, where the character is none of the alphabet. */
    private static int value(String text, int at) {
        char c = text.charAt(at);
        return c < VALUES.length ? VALUES[c] : FOREIGN;
    }
}
