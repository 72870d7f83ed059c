package chat.pando.crypto.secret;

import java.util.Arrays;

/**
 * Base58 with Bitcoin's alphabet: a number in digits that nobody confuses (spec, appendix "Cryptographic key
 * representation").
 */
final class Base58 {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int BASE = 58;

    private Base58() {}

    /** A zero byte at the beginning is one letter, for it would be lost in the number. */
    static String encode(byte[] bytes) {
        int[] digits = convert(unsigned(bytes), 256, BASE);
        StringBuilder text = new StringBuilder();
        for (int digit : digits) {
            text.append(ALPHABET.charAt(digit));
        }
        return text.toString();
    }

    static byte[] decode(String text) throws RecoveryKeyException {
        int[] digits = new int[text.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = ALPHABET.indexOf(text.charAt(i));
            if (digits[i] < 0) {
                throw new RecoveryKeyException(RecoveryKeyException.Fault.UNKNOWN_LETTER);
            }
        }
        int[] values = convert(digits, BASE, 256);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static int[] unsigned(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i] & 0xff;
        }
        return values;
    }

    /** The number's digits in another base, each zero at its beginning kept as one zero. */
    private static int[] convert(int[] digits, int from, int to) {
        int zeros = 0;
        while (zeros < digits.length && digits[zeros] == 0) {
            zeros++;
        }
        int[] converted = new int[2 * digits.length];
        int first = converted.length;
        for (int i = zeros; i < digits.length; i++) {
            int carry = digits[i];
            for (int at = converted.length - 1; at >= first || carry != 0; at--) {
                carry += from * converted[at];
                converted[at] = carry % to;
                carry /= to;
                first = Math.min(first, at);
            }
        }
        return Arrays.copyOfRange(converted, first - zeros, converted.length);
    }
}
