package chat.pando.core;

import chat.pando.protocol.Command;
import chat.pando.protocol.TimelineItem;
import chat.pando.protocol.TimelineItem.Content.LongText;
import java.util.List;
import java.util.Optional;

/** The long texts that a tab shows. */
final class LongTexts {

    private LongTexts() {}

    static List<TimelineItem> all(TestTab tab) {
        return tab.shown().stream().filter(item -> item.content() instanceof LongText).toList();
    }

    /** The one that is shown, or none. */
    static Optional<TimelineItem> only(TestTab tab) {
        List<TimelineItem> all = all(tab);
        if (all.size() > 1) {
            throw new AssertionError("one message is shown as " + all.size());
        }
        return all.stream().findFirst();
    }

    static LongText of(TimelineItem item) {
        return (LongText) item.content();
    }

    /** All of the text that the tab shows. */
    static String read(TestTab tab, String room) {
        return read(tab, room, only(tab).orElseThrow());
    }

    static String read(TestTab tab, String room, TimelineItem item) {
        return tab.ask(new Command.ReadText(room, item.sender(), of(item).transfer())).requireString("body");
    }

    /** Whether the tab shows one long text, which the server has brought back whole. */
    static boolean isBack(TestTab tab) {
        return only(tab)
                .filter(item -> !item.order().startsWith("~"))
                .filter(item -> of(item).standing() == LongText.Standing.WHOLE)
                .isPresent();
    }
}
