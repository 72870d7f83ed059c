package chat.pando.channel.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into parts that fit: after a line where one ends near, else after a word, and never inside a character.
 *
 * <p>What counts is how much a part takes on the wire, as JSON in UTF-8, where a line break takes two bytes.
 */
public final class Splitter {

    /** Where a part may end early to end well: in its last sixteenth. */
    private static final int SLACK = 16;

    private static final int ESCAPED_CONTROL = 6;
    /** No character takes more. */
    private static final int LEAST_LIMIT = ESCAPED_CONTROL;

    private final int limit;

    /** @param limit how many bytes a part may take as JSON, without the quotes around it */
    public Splitter(int limit) {
        if (limit < LEAST_LIMIT) {
            throw new IllegalArgumentException("a character may not fit into " + limit + " bytes");
        }
        this.limit = limit;
    }

    /** The parts; joined they are the text. An empty text has none. */
    public List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = end(text, from);
            parts.add(text.substring(from, end));
            from = end;
        }
        return parts;
    }

    /** Where the part that begins here ends. */
    private int end(String text, int from) {
        int size = 0;
        int afterLine = -1;
        int afterWord = -1;
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            size += size(point);
            if (size > limit) {
                return afterLine > 0 ? afterLine : afterWord > 0 ? afterWord : at;
            }
            at += Character.charCount(point);
            if (size > limit - limit / SLACK) {
                afterLine = point == '\n' ? at : afterLine;
                afterWord = point == ' ' ? at : afterWord;
            }
        }
        return at;
    }

    /** How many bytes a character takes as JSON in UTF-8. */
    static int size(int point) {
        if (point < 0x20) {
            return point >= '\b' && point <= '\r' && point != 0x0b ? 2 : ESCAPED_CONTROL;
        }
        if (point < 0x80) {
            return point == '"' || point == '\\' ? 2 : 1;
        }
        if (point < 0x800) {
            return 2;
        }
        if (point < 0x10000) {
            return Character.isSurrogate((char) point) ? ESCAPED_CONTROL : 3;
        }
        return 4;
    }
}
