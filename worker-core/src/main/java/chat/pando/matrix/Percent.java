package chat.pando.matrix;

import chat.pando.json.Utf8;


/** Percent-encoding of one path segment or query value (RFC 3986, section 2): everything but unreserved characters. */
public final class Percent {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    public static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : Utf8.encode(text)) {
            char c = (char) (octet & 0xff);
            if (isUnreserved(c)) {
                out.append(c);
            } else {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }
}
