package chat.pando.host;

import java.util.Arrays;

/**
 * A stretch of some bytes, which names them without copying them.
 *
 * @param from the index of its first byte
 * @param to   the index after its last one
 */
public record Span(int from, int to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no stretch of bytes");
        }
    }

    /** All of these bytes. */
    public static Span whole(byte[] bytes) {
        return new Span(0, bytes.length);
    }

    public int length() {
        return to - from;
    }

    /** A copy of what it names in these bytes. */
    public byte[] of(byte[] bytes) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
