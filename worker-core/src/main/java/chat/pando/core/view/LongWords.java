package chat.pando.core.view;

import chat.pando.store.PartRow;
import java.util.List;

/** A long text to be read, whole or with words in place of what is missing. */
final class LongWords {

    private LongWords() {}

    /** @param count how many parts it has */
    static String of(List<PartRow> parts, int count) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (PartRow part : parts) {
            addMissing(text, next, part.index(), count);
            text.append(part.shown());
            next = part.index() + 1;
        }
        addMissing(text, next, count, count);
        return text.toString();
    }

    /** Words for the parts from one index to before another. */
    private static void addMissing(StringBuilder text, int from, int to, int count) {
        if (to - from == 1) {
            text.append("\n[Part " + to + " of " + count + " is missing.]\n");
        } else if (to > from) {
            text.append("\n[Parts " + (from + 1) + " to " + to + " of " + count + " are missing.]\n");
        }
    }
}
