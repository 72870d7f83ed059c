package chat.pando.channel.sds;

import java.util.List;
import java.util.OptionalLong;

/**
 * A message of SDS, as it goes over the wire.
 *
 * @param channel  empty where the carrier says which channel it is
 * @param lamport  none in an ephemeral message
 * @param history  what its sender had read last
 * @param bloom    what its sender had read, perhaps; empty where it sends no such filter
 * @param requests what its sender lacks
 * @param content  empty in a sync message, and where the content stands beside this
 * @param acks     what its sender had read, exactly: Pando's own field, which others pass over
 */
public record SdsMessage(
        String sender,
        String id,
        String channel,
        OptionalLong lamport,
        List<HistoryEntry> history,
        Blob bloom,
        List<HistoryEntry> requests,
        Blob content,
        Blob acks) {

    public SdsMessage {
        history = List.copyOf(history);
        requests = List.copyOf(requests);
    }

    /** A message with a time and a history; the rest is added to it. */
    public static SdsMessage of(String sender, String id, long lamport, List<HistoryEntry> history) {
        return new SdsMessage(sender, id, "", OptionalLong.of(lamport), history, Blob.EMPTY, List.of(), Blob.EMPTY,
                Blob.EMPTY);
    }

    /** How many bytes it takes. */
    public int size() {
        return SdsCodec.encode(this).length;
    }

    public SdsMessage withHistory(List<HistoryEntry> read) {
        return new SdsMessage(sender, id, channel, lamport, read, bloom, requests, content, acks);
    }

    public SdsMessage withRequests(List<HistoryEntry> lacking) {
        return new SdsMessage(sender, id, channel, lamport, history, bloom, lacking, content, acks);
    }

    public SdsMessage withAcks(Blob exact) {
        return new SdsMessage(sender, id, channel, lamport, history, bloom, requests, content, exact);
    }

    @Override
    public String toString() {
        return "SdsMessage[" + history.size() + " causes, " + requests.size() + " requests]";
    }
}
