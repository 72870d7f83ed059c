package chat.pando.channel.order;

import chat.pando.channel.ack.AckCodec;
import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.HistoryEntry;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a message that came says.
 *
 * @param number   0 in a sync message
 * @param history  what the sender read last, and where that can be had
 * @param acks     what the sender has read, and in a sync message also which of its own messages it asks about
 * @param requests what the sender lacks
 */
record Incoming(
        Participant from,
        long number,
        long lamport,
        Map<MessageId, Blob> history,
        Map<Participant, Ranges> acks,
        List<MessageId> requests) {

    /** What stands in place of a number in the id of a sync message. */
    static final String SYNC = "0";

    /** @param from who has sent it, as its encryption proves */
    static Incoming read(Participant from, SdsMessage message) throws MalformedSds {
        if (!message.sender().equals(from.name())) {
            throw new MalformedSds("it says that another device has sent it");
        }
        long lamport = message.lamport().orElseThrow();
        if (lamport > MessageId.LARGEST) {
            throw new MalformedSds("its time is beyond all bounds");
        }
        Map<MessageId, Blob> history = new LinkedHashMap<>();
        for (HistoryEntry entry : message.history()) {
            history.put(id(entry.id()), entry.hint());
        }
        List<MessageId> requests = new ArrayList<>();
        for (HistoryEntry entry : message.requests()) {
            requests.add(id(entry.id()));
        }
        return new Incoming(
                from, number(from, message.id()), lamport, history, AckCodec.decode(message.acks()), requests);
    }

    private static long number(Participant from, String id) throws MalformedSds {
        if (id.equals(from.name() + SYNC)) {
            return 0;
        }
        MessageId own = id(id);
        if (!own.sender().equals(from)) {
            throw new MalformedSds("its id is one of another device");
        }
        return own.number();
    }

    private static MessageId id(String text) throws MalformedSds {
        return MessageId.parse(text).orElseThrow(() -> new MalformedSds("an id that is none"));
    }

    boolean isSync() {
        return number == 0;
    }

    MessageId id() {
        return new MessageId(from, number);
    }

    /** All that the sender had read before, as far as it says so, and all that it had sent. */
    Map<Participant, Ranges> causes() {
        Map<Participant, Ranges> causes = new TreeMap<>(acks);
        history.keySet().forEach(id -> causes.merge(id.sender(), Ranges.of(id.number()), Ranges::with));
        causes.put(from, Ranges.of(1, number - 1));
        return causes;
    }
}
