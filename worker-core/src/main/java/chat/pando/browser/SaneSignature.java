package chat.pando.browser;

import chat.pando.host.Primitives;
import java.util.Arrays;

/**
 * What a browser is asked to verify at all. The rest is refused here, for WebKitGTK 2.50 accepts some of it, and its
 * process dies of some: and anybody may publish a key or a signature.
 */
final class SaneSignature {

    private static final int KEY_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;

    /** The order of Ed25519's group, little-endian (RFC 8032, section 5.1). */
    private static final int[] ORDER = {
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10
    };

    private SaneSignature() {}

    static boolean is(byte[] publicKey, byte[] message, byte[] signature) {
        return publicKey.length == KEY_LENGTH
                && !hasShortCoordinate(publicKey)
                && message.length <= Primitives.LONGEST_SIGNED
                && signature.length == SIGNATURE_LENGTH
                && isBelowOrder(signature);
    }

    /**
     * Whether one of a point's coordinates fits into 192 bits, as far as that is seen without calculating: WebKitGTK's
     * process dies of those. One in 2⁶³ honest keys is such by chance.
     */
    private static boolean hasShortCoordinate(byte[] point) {
        byte[] y = point.clone();
        y[KEY_LENGTH - 1] &= 0x7f; // the highest bit is the sign of x
        return areAll(y, 24, 0) || isMinusOne(y);
    }

    /** Whether y is −1, where x is 0. */
    private static boolean isMinusOne(byte[] y) {
        return (y[0] & 0xff) == 0xec && y[KEY_LENGTH - 1] == 0x7f
                && areAll(Arrays.copyOf(y, KEY_LENGTH - 1), 1, 0xff);
    }

    private static boolean areAll(byte[] bytes, int from, int value) {
        for (int i = from; i < bytes.length; i++) {
            if ((bytes[i] & 0xff) != value) {
                return false;
            }
        }
        return true;
    }

    /** Whether the signature's scalar is the only one of its kind (RFC 8032, section 5.1.7), so that it has one form. */
    private static boolean isBelowOrder(byte[] signature) {
        for (int i = ORDER.length - 1; i >= 0; i--) {
            int digit = signature[SIGNATURE_LENGTH - ORDER.length + i] & 0xff;
            if (digit != ORDER[i]) {
                return digit < ORDER[i];
            }
        }
        return false;
    }
}
