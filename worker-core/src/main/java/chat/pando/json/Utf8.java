package chat.pando.json;

/**
 * Text as bytes and back, as {@code String} does it on the JVM: what is no text becomes a question mark or U+FFFD.
 *
 * <p>It is written here because TeaVM 0.15 works through a buffer of some hundred characters, and loses what needs two
 * characters, such as an emoji, where that lies on the edge of the buffer.
 */
public final class Utf8 {

    private static final char REPLACEMENT = '\ufffd';
    private static final int CONTINUATION_BITS = 6;

    private Utf8() {}

    public static byte[] encode(String text) {
        byte[] bytes = new byte[length(text)];
        int out = 0;
        for (int i = 0; i < text.length(); ) {
            int point = encodable(text, i);
            i += Character.charCount(point);
            int more = continuations(point);
            bytes[out++] = (byte) (more == 0 ? point : 0xff << 7 - more | point >> more * CONTINUATION_BITS);
            for (int shift = (more - 1) * CONTINUATION_BITS; shift >= 0; shift -= CONTINUATION_BITS) {
                bytes[out++] = (byte) (0x80 | point >> shift & 0x3f);
            }
        }
        return bytes;
    }

    /** How many bytes the text takes. */
    public static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int point = encodable(text, i);
            i += Character.charCount(point);
            length += 1 + continuations(point);
        }
        return length;
    }

    public static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int more = continuations(bytes[i]);
            int present = presentContinuations(bytes, i, more);
            if (more < 0 || present < more) {
                text.append(REPLACEMENT);
            } else {
                text.appendCodePoint(point(bytes, i, more));
            }
            i += 1 + present;
        }
        return text.toString();
    }

    private static int encodable(String text, int at) {
        int point = text.codePointAt(at);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '?' : point;
    }

    private static int continuations(int point) {
        if (point < 0x80) {
            return 0;
        }
        if (point < 0x800) {
            return 1;
        }
        return point < 0x10000 ? 2 : 3;
    }

    /** How many bytes have to follow this one; -1 where it begins nothing. */
    private static int continuations(byte first) {
        int value = first & 0xff;
        if (value < 0x80) {
            return 0;
        }
        if (value < 0xc2 || value > 0xf4) {
            return -1;
        }
        if (value < 0xe0) {
            return 1;
        }
        return value < 0xf0 ? 2 : 3;
    }

    /** How many of the bytes that have to follow are there, as far as they can be part of one character. */
    private static int presentContinuations(byte[] bytes, int at, int more) {
        int present = 0;
        while (present < more
                && at + present + 1 < bytes.length
                && fits(bytes[at], present, bytes[at + present + 1] & 0xff)) {
            present++;
        }
        return present;
    }

    /** The first continuation is limited where else a character would have a second form, or be none (RFC 3629, 4). */
    private static boolean fits(byte first, int index, int continuation) {
        if (continuation < 0x80 || continuation > 0xbf) {
            return false;
        }
        if (index > 0) {
            return true;
        }
        switch (first & 0xff) {
            case 0xe0:
                return continuation >= 0xa0;
            case 0xed:
                return continuation < 0xa0;
            case 0xf0:
                return continuation >= 0x90;
            case 0xf4:
                return continuation < 0x90;
            default:
                return true;
        }
    }

    private static int point(byte[] bytes, int at, int more) {
        int point = more == 0 ? bytes[at] : bytes[at] & 0x3f >> more;
        for (int i = 1; i <= more; i++) {
            point = point << CONTINUATION_BITS | bytes[at + i] & 0x3f;
        }
        return point;
    }
}
