package chat.pando.tab.model;

import chat.pando.protocol.TimelineItem;

/** One line of a shown timeline. Rows that are equal look the same. */
public sealed interface Row {

    /** Stays the same as long as the row is about the same thing. */
    String key();

    /** Where a new day begins. */
    record Day(String day, String name) implements Row {

        @Override
        public String key() {
            return "day " + day;
        }
    }

    /**
     * Something that somebody wrote.
     *
     * @param lead whether it begins a group, and so shows who wrote it
     * @param own  whether the person wrote it
     */
    record Message(TimelineItem item, String senderName, boolean lead, boolean own) implements Row {

        @Override
        public String key() {
            return "message " + item.key();
        }
    }

    /** Something that happened in the room. */
    record Happening(TimelineItem item, String sentence) implements Row {

        @Override
        public String key() {
            return "happening " + item.key();
        }
    }

    /** A stretch of history that is still to be fetched. */
    record Gap(TimelineItem item) implements Row {

        @Override
        public String key() {
            return "gap " + item.key();
        }
    }

    /**
     * Messages that exist and can't be had.
     *
     * @param words what is missing, in words
     */
    record Missing(TimelineItem item, String words) implements Row {

        @Override
        public String key() {
            return "missing " + item.key();
        }
    }
}
