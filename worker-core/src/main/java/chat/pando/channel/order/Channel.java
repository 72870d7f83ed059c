package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a device has to keep of a channel to know what is in order, missing, asked for and acknowledged. Its size
 * grows with the number of devices and with what is missing, not with the number of messages.
 *
 * @param founder whether it was there from the beginning, so that it wants all messages of all others
 * @param lamport the clock
 * @param sent    the number of the last own message
 * @param tail    the last messages of the log, in order
 * @param asked   what others have asked for
 */
public record Channel(
        Participant self,
        boolean founder,
        long lamport,
        long sent,
        Map<Participant, Peer> peers,
        List<LogEntry> tail,
        Map<MessageId, Parked> parked,
        Map<MessageId, Missing> missing,
        Map<MessageId, Asked> asked,
        Schedule schedule) {

    /** How many messages wait for their causes at most. */
    public static final int MOST_PARKED = 256;

    /** How many are looked for at once; what is missing beyond is told at once, and looked for later. */
    public static final int MOST_MISSING = 64;

    public Channel {
        peers = Collections.unmodifiableMap(new TreeMap<>(peers));
        tail = List.copyOf(tail);
        parked = Collections.unmodifiableMap(new TreeMap<>(parked));
        missing = Collections.unmodifiableMap(new TreeMap<>(missing));
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    }

    private static Channel begun(Participant self, boolean founder, long now) {
        return new Channel(
                self, founder, now, 0, Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Schedule.NOTHING);
    }

    /** A channel that this device has opened: all others will come later. */
    public static Channel founded(Participant self, long now) {
        return begun(self, true, now);
    }

    /** A channel that others were in before. */
    public static Channel joined(Participant self, long now) {
        return begun(self, false, now);
    }

    /** Whether the message is in the log. */
    public boolean has(MessageId id) {
        return id.sender().equals(self) ? id.number() <= sent : peer(id.sender()).reading().have().has(id.number());
    }

    /** The own messages that this device has acknowledged. */
    public Ranges acknowledgedBy(Participant participant) {
        return peer(participant).got();
    }

    /** The devices that have to acknowledge any own message. */
    public Set<Participant> awaited() {
        Set<Participant> awaited = new TreeSet<>();
        peers.forEach((participant, peer) -> {
            if (!peer.awaits().isEmpty()) {
                awaited.add(participant);
            }
        });
        return awaited;
    }

    /** The own messages that this device has to acknowledge and hasn't. */
    public Ranges awaitedOf(Participant participant) {
        return peer(participant).awaits();
    }

    /** Which of a device's messages are missing. */
    public Ranges missingOf(Participant participant) {
        return peer(participant).reading().missing();
    }

    /** Whether somebody has named this event as one that is missing. */
    public boolean isHinted(Blob event) {
        return !event.isEmpty() && missing.values().stream().anyMatch(searched -> searched.hint().equals(event));
    }

    private Peer peer(Participant participant) {
        return peers.getOrDefault(participant, Peer.NEW);
    }

    @Override
    public String toString() {
        return "Channel[" + peers.size() + " peers, " + parked.size() + " parked, " + missing.size() + " missing]";
    }
}
