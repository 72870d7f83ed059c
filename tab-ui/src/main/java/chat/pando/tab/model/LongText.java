package chat.pando.tab.model;

import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import java.util.ArrayList;
import java.util.List;

/** A text that travels in parts, as a person is told of it. */
public final class LongText {

    /** About a screen or two: so much of a text is laid out only when it comes into view. */
    private static final int BLOCK = 8_000;
    private static final int MOST = 4 * BLOCK;

    private LongText() {}

    /** How it stands, in words. */
    public static String words(Content.LongText text, TimelineItem.State state) {
        boolean going = state == TimelineItem.State.WAITING
                || state == TimelineItem.State.SENDING
                || state == TimelineItem.State.FAILED;
        if (going) {
            return text.present() + " of " + text.parts() + " parts sent";
        }
        return switch (text.standing()) {
            case OPEN -> text.present() + " of " + text.parts() + " parts are here; the others are still to come.";
            case LOST -> "Parts of this message never came, and the others aren't kept any more.";
            case DAMAGED -> "This isn't what was sent: the parts of this message don't fit together.";
            case WHOLE -> size(text.bytes());
        };
    }

    /** Whether there is anything to read besides how it begins. */
    public static boolean isReadable(Content.LongText text) {
        return text.standing() != Content.LongText.Standing.LOST;
    }

    private static String size(int bytes) {
        return bytes < 1_000_000 ? (bytes + 999) / 1000 + " KB" : bytes / 1_000_000 + "." + bytes / 100_000 % 10 + " MB";
    }

    /** The text in blocks that can be laid out one by one: each ends with its line, where that isn't too long. */
    public static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = end(text, from);
            blocks.add(text.substring(from, end));
            from = end;
        }
        return blocks;
    }

    private static int end(String text, int from) {
        if (text.length() - from <= BLOCK) {
            return text.length();
        }
        int line = text.indexOf('\n', from + BLOCK);
        if (line >= 0 && line < from + MOST) {
            return line + 1;
        }
        int most = Math.min(text.length(), from + MOST);
        boolean torn = most < text.length() && Character.isHighSurrogate(text.charAt(most - 1));
        return torn ? most - 1 : most;
    }
}
