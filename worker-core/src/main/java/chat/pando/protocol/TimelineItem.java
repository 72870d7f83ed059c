package chat.pando.protocol;

import java.util.Optional;

/**
 * One entry of a timeline.
 *
 * @param key       identifies the entry for as long as it exists: a message of this device keeps its key when the
 *                  server confirms it, so nothing jumps
 * @param eventId   once known
 * @param order     sorts the timeline, by string comparison; unique within the room
 * @param timestamp ms since the epoch
 * @param failure   why, where the state is FAILED
 */
public record TimelineItem(
        String key,
        Optional<String> eventId,
        String order,
        String sender,
        long timestamp,
        Content content,
        State state,
        Optional<Problem> failure) {

    @Override
    public String toString() {
        return "TimelineItem[" + key + ", " + state + ", " + content + "]";
    }

    /** What becomes of a message, as the person is told. */
    public enum State {
        /** In the outbox: offline, paced, or behind another. */
        WAITING,
        SENDING,
        /** The server has it. */
        SENT,
        /** Every device of the receivers that runs Pando has stored it. */
        DELIVERED,
        READ,
        FAILED,
        /** Somebody's message whose key is missing. */
        UNDECRYPTABLE,
        /** Somebody else's message, or an own one of another device. */
        RECEIVED
    }

    /** What an entry says. */
    public sealed interface Content {

        /** A message of the types m.text, m.notice and m.emote. */
        record Text(Kind kind, String body) implements Content {

            @Override
            public String toString() {
                return "Text[" + kind + "]";
            }

            /** The three ways to say it. */
            public enum Kind {
                TEXT,
                NOTICE,
                EMOTE
            }
        }

        /**
         * A text that travels in parts, because it is too long for one event. All of it is asked for with
         * {@link Command.ReadText}.
         *
         * @param transfer names the text, together with its room and sender
         * @param start    how it begins; empty while its first part is missing
         * @param bytes    the length of all of it
         * @param present  how many parts have come or, of what this device sends, have gone
         */
        record LongText(String transfer, String start, int bytes, int parts, int present, Standing standing)
                implements Content {

            @Override
            public String toString() {
                return "LongText[" + present + " of " + parts + ", " + standing + "]";
            }

            /** How it stands. */
            public enum Standing {
                /** Parts are missing. */
                OPEN,
                /** All of it is here. */
                WHOLE,
                /** All parts are here, but are not what their sender promised. */
                DAMAGED,
                /** Parts never came, and the others aren't kept any more. */
                LOST
            }
        }

        /** A message of a type that Pando doesn't show yet (say m.image), with the text that stands in for it. */
        record Other(String type, String body) implements Content {

            @Override
            public String toString() {
                return "Other";
            }
        }

        /** Something that happened in the room, as a sentence: "@bob:example.org joined". */
        record Happening(String sentence) implements Content {

            @Override
            public String toString() {
                return "Happening";
            }
        }

        /** A message whose room key hasn't come, with the reason in plain words. */
        record Undecryptable(String reason) implements Content {}

        /** A message that was removed. */
        record Redacted() implements Content {}

        /** A stretch of history that is still to be fetched. */
        record Gap() implements Content {}

        /**
         * Messages of one sender that exist and can't be had, at least for now; the sender is empty where it isn't known
         * whose they are.
         *
         * @param count how many
         */
        record Missing(int count) implements Content {}
    }
}
