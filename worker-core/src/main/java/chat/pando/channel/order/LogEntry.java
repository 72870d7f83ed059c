package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.sds.Blob;

/**
 * One of the last messages of the log.
 *
 * @param hint   the event that it is; empty as long as that isn't known
 * @param hinted whether a message has told so
 */
record LogEntry(long lamport, MessageId id, Blob hint, boolean hinted) implements Comparable<LogEntry> {

    LogEntry at(Blob event) {
        return new LogEntry(lamport, id, event, hinted);
    }

    LogEntry told() {
        return new LogEntry(lamport, id, hint, true);
    }

    /** By time, then by id (SDS, "Message delivery"). */
    @Override
    public int compareTo(LogEntry other) {
        int byTime = Long.compare(lamport, other.lamport);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
