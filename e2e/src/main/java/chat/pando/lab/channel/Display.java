package chat.pando.lab.channel;

import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one client has shown in the course of time. The ledger guards it with its own monitor. */
final class Display {

    /** Everything that it has shown, by number: what its person has seen. */
    final BitSet seen = new BitSet();
    final BitSet doubled = new BitSet();
    /** What showed too early, with something that should have shown before it. */
    final Map<Integer, Integer> early = new TreeMap<>();
    /** The gaps that it told of. */
    final Set<String> gaps = new LinkedHashSet<>();
    /** What it shows now, in order. */
    private BitSet now = new BitSet();

    /** What is shown changes. */
    interface Listener {

        /**
         * A message shows.
         *
         * @param first  whether it does for the first time
         * @param excused whether a gap, a message that can't be decrypted yet, or more to load visibly stands above it
         */
        void shows(int number, TimelineItem item, boolean first, boolean excused);
    }

    /**
     * Takes in what the screen shows, from top to bottom.
     *
     * @param more whether the person can scroll up to more, where whatever is missing may stand
     */
    void shows(Collection<TimelineItem> items, boolean more, Listener listener) {
        Set<Integer> met = new HashSet<>();
        BitSet present = new BitSet();
        boolean hole = more;
        for (TimelineItem item : items) {
            if (item.content() instanceof Content.Gap || item.content() instanceof Content.Missing) {
                gaps.add(item.key());
                hole = true;
            } else if (item.content() instanceof Content.Undecryptable) {
                hole = true;
            } else if (item.content() instanceof Content.Text text) {
                boolean excused = hole;
                Message.numberIn(text.body()).ifPresent(number -> {
                    if (!met.add(number)) {
                        doubled.set(number);
                    }
                    present.set(number);
                    boolean first = !seen.get(number);
                    listener.shows(number, item, first, excused);
                    seen.set(number);
                });
            }
        }
        now = present;
    }

    /** Whether it shows the message now. */
    boolean has(int number) {
        return now.get(number);
    }
}
