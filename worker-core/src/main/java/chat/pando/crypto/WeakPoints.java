package chat.pando.crypto;

import java.util.Arrays;

/**
 * The Ed25519 public keys that nobody may have: those of small order, for which a signature that needs no private key
 * verifies every message, and those that are written in another way than RFC 8032, section 5.1.3, decodes.
 *
 * <p>Platforms differ in them: the JDK and some browsers verify such signatures, libsodium and vodozemac's strict mode
 * don't. So they are refused here, before a platform sees them, and all platforms agree on what is left.
 */
final class WeakPoints {

    private static final int LENGTH = 32;
    private static final int SIGN = 0x80;

    /** The y coordinates of the eight points of small order, little-endian; the sign of x may be either. */
    private static final String[] SMALL_ORDER = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
    };

    private static final byte[][] POINTS = points();

    private WeakPoints() {}

    /** Whether these 32 bytes are such a key. */
    static boolean contain(byte[] key) {
        byte[] y = key.clone();
        y[LENGTH - 1] &= (byte) ~SIGN;
        if (isBeyondThePrime(y)) {
            return true;
        }
        for (byte[] point : POINTS) {
            if (Arrays.equals(point, y)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the number is 2²⁵⁵ − 19 or more. */
    private static boolean isBeyondThePrime(byte[] y) {
        if (y[LENGTH - 1] != 0x7f || (y[0] & 0xff) < 0xed) {
            return false;
        }
        for (int i = 1; i < LENGTH - 1; i++) {
            if (y[i] != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }

    private static byte[][] points() {
        byte[][] points = new byte[SMALL_ORDER.length][LENGTH];
        for (int i = 0; i < points.length; i++) {
            for (int at = 0; at < LENGTH; at++) {
                points[i][at] = (byte) Integer.parseInt(SMALL_ORDER[i].substring(2 * at, 2 * at + 2), 16);
            }
        }
        return points;
    }
}
