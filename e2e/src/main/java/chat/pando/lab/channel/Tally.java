package chat.pando.lab.channel;

import java.util.Map;

/**
 * What has become of one sender's messages, or of everybody's. A place is a message at a client, the sender included.
 *
 * @param sent          how many messages a core had taken
 * @param refused       how many it had not, and said so
 * @param unsettled     how many nobody knows of, because no core ever answered
 * @param failed        how many of those sent ended as failed, by reason
 * @param received      at how many places they are shown in the end
 * @param missing       at how many places they are not and should be, whatever came after them
 * @param doubled       at how many places a message was shown twice at any time
 * @param outOfOrder    at how many places one was shown before, or stands above, what its sender had seen when it was
 *                      written, and no gap said so
 * @param falseAcknowledgements how many were called delivered, or read, when that wasn't so
 * @param delivered     how many are called delivered in the end, or read
 * @param read          how many of them are called read
 * @param receiptMillis from writing to showing at another client
 */
record Tally(
        int sent,
        int refused,
        int unsettled,
        Map<String, Integer> failed,
        int received,
        int missing,
        int doubled,
        int outOfOrder,
        int falseAcknowledgements,
        int delivered,
        int read,
        Spread receiptMillis) {

    /** Whether the channel kept what it promises. */
    boolean clean() {
        return unsettled == 0 && missing == 0 && doubled == 0 && outOfOrder == 0 && falseAcknowledgements == 0;
    }
}
