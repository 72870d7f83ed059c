package chat.pando.tab.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a message's text: plain, or a web address.
 *
 * @param link whether the text is an address that may be opened
 */
public record Segment(String text, boolean link) {

    private static final String TRAILING = ".,;:!?'\"";

    /**
     * The text in pieces. Only {@code https://} and {@code http://} make an address: nothing that a script or another
     * program would open.
     */
    public static List<Segment> of(String text) {
        List<Segment> segments = new ArrayList<>();
        int plainFrom = 0;
        int at = nextAddress(text, 0);
        while (at >= 0) {
            int end = addressEnd(text, at);
            if (end > schemeEnd(text, at)) {
                addPlain(segments, text.substring(plainFrom, at));
                segments.add(new Segment(text.substring(at, end), true));
                plainFrom = end;
            }
            at = nextAddress(text, Math.max(end, at + 1));
        }
        addPlain(segments, text.substring(plainFrom));
        return segments;
    }

    private static void addPlain(List<Segment> segments, String plain) {
        if (!plain.isEmpty()) {
            segments.add(new Segment(plain, false));
        }
    }

    private static int nextAddress(String text, int from) {
        int secure = text.indexOf("https://", from);
        int insecure = text.indexOf("http://", from);
        int at = secure < 0 ? insecure : insecure < 0 ? secure : Math.min(secure, insecure);
        boolean inWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        return inWord ? nextAddress(text, at + 1) : at;
    }

    private static int schemeEnd(String text, int at) {
        return text.indexOf("://", at) + 3;
    }

    private static int addressEnd(String text, int at) {
        int end = at;
        while (end < text.length() && isAddressPart(text.charAt(end))) {
            end++;
        }
        while (end > at && isTrailing(text, at, end)) {
            end--;
        }
        return end;
    }

    private static boolean isAddressPart(char c) {
        return c > ' ' && c != '<' && c != '>' && c != '"' && !Character.isWhitespace(c) && !isDirectional(c);
    }

    /** Bidirectional controls could make an address look like another. */
    private static boolean isDirectional(char c) {
        return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u200e' || c == '\u200f';
    }

    /** A full stop ends the sentence, not the address; so does a bracket that was opened before the address. */
    private static boolean isTrailing(String text, int at, int end) {
        char last = text.charAt(end - 1);
        if (last == ')') {
            return text.substring(at, end).chars().filter(c -> c == '(').count()
                    < text.substring(at, end).chars().filter(c -> c == ')').count();
        }
        return TRAILING.indexOf(last) >= 0;
    }
}
