package chat.pando.crypto;

import java.util.Arrays;

/** What byte arrays lack. */
final class Bytes {

    private Bytes() {}

    static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int position = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, position, part.length);
            position += part.length;
        }
        return all;
    }

    /** Compares secrets in a time that tells nothing about where they differ. */
    static boolean equalInConstantTime(byte[] one, byte[] other) {
        if (one.length != other.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < one.length; i++) {
            difference |= one[i] ^ other[i];
        }
        return difference == 0;
    }
}
