package chat.pando.host;

import java.util.Arrays;

/** What byte arrays lack: joining, comparison that tells nothing, and an end. */
public final class Bytes {

    private Bytes() {}

    public static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int position = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, position, part.length);
            position += part.length;
        }
        return all;
    }

    /** Compares secrets in a time that tells nothing about where they differ. */
    public static boolean equalInConstantTime(byte[] one, byte[] other) {
        if (one.length != other.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < one.length; i++) {
            difference |= one[i] ^ other[i];
        }
        return difference == 0;
    }

    /** Overwrites secrets that are needed no more; other copies of them, if there are any, stay. */
    public static void wipe(byte[]... secrets) {
        for (byte[] secret : secrets) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
