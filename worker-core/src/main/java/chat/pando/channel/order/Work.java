package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A channel while one thing happens to it, and the effects of that so far. */
final class Work {

    /** SDS's N: how many messages of the log a message names. */
    static final int HISTORY = 2;

    /** No device writes so many messages that another one hears of none of them. */
    private static final long LONGEST_LEAP = 100_000;

    final Timing timing;
    final long now;
    final Participant self;
    private final boolean founder;
    long lamport;
    long sent;
    final TreeMap<Participant, Peer> peers;
    final List<LogEntry> tail;
    final TreeMap<MessageId, Parked> parked;
    final TreeMap<MessageId, Missing> missing;
    final TreeMap<MessageId, Asked> asked;
    Schedule schedule;
    private final List<Effect> effects = new ArrayList<>();

    Work(Channel channel, Timing timing, long now) {
        this.timing = timing;
        this.now = now;
        this.self = channel.self();
        this.founder = channel.founder();
        this.lamport = channel.lamport();
        this.sent = channel.sent();
        this.peers = new TreeMap<>(channel.peers());
        this.tail = new ArrayList<>(channel.tail());
        this.parked = new TreeMap<>(channel.parked());
        this.missing = new TreeMap<>(channel.missing());
        this.asked = new TreeMap<>(channel.asked());
        this.schedule = channel.schedule();
    }

    Channel channel() {
        return new Channel(self, founder, lamport, sent, peers, tail, parked, missing, asked, schedule);
    }

    Step step() {
        return new Step(channel(), effects);
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    Peer peer(Participant participant) {
        return peers.getOrDefault(participant, Peer.NEW);
    }

    Reading reading(Participant participant) {
        return peer(participant).reading();
    }

    void put(Participant participant, Reading reading) {
        peers.put(participant, peer(participant).with(reading));
    }

    /**
     * Somebody has told of a message.
     *
     * @param wanted what has a greater number is wanted from now on, where that wasn't known before
     */
    void hear(Participant teller, MessageId id, long wanted) {
        Reading reading = reading(id.sender());
        if (!reading.isKnown() && (founder || wanted != Reading.UNKNOWN)) {
            reading = reading.from(founder ? 0 : wanted);
        }
        if (id.number() - reading.heard() > LONGEST_LEAP) {
            effect(new Effect.Refused(teller, "the number of a message is implausible"));
            return;
        }
        if (id.number() > reading.heard() || !reading(id.sender()).isKnown()) {
            put(id.sender(), reading.heardOf(id.number()));
        }
    }

    boolean isHere(MessageId id) {
        return id.sender().equals(self)
                ? id.number() <= sent
                : parked.containsKey(id) || reading(id.sender()).have().has(id.number());
    }

    /** Those of a device's messages that wait for their causes. */
    Ranges parkedOf(Participant sender) {
        Ranges numbers = Ranges.NONE;
        for (MessageId id : parked.keySet()) {
            numbers = id.sender().equals(sender) ? numbers.with(id.number()) : numbers;
        }
        return numbers;
    }

    /** Nothing waits for these any more, which is told. */
    void give(Participant sender, Ranges numbers) {
        Ranges news = numbers.without(reading(sender).given());
        if (news.isEmpty()) {
            return;
        }
        put(sender, reading(sender).giving(news));
        news.runs().forEach(run -> effect(new Effect.Gap(sender, run.from(), run.to())));
    }

    /** The message is in the log from now on. */
    void log(LogEntry entry) {
        tail.add(entry);
        tail.sort(Comparator.naturalOrder());
        if (tail.size() > HISTORY) {
            tail.remove(0);
        }
    }

    /** These are the events that some messages are. */
    void hints(Map<MessageId, Blob> hints) {
        tail.replaceAll(entry -> {
            Blob hint = hints.getOrDefault(entry.id(), Blob.EMPTY);
            return hint.isEmpty() ? entry : (entry.hint().isEmpty() ? entry.at(hint) : entry).told();
        });
        missing.replaceAll((id, searched) -> {
            Blob hint = hints.getOrDefault(id, Blob.EMPTY);
            return hint.isEmpty() || !searched.hint().isEmpty() ? searched : searched.at(hint);
        });
    }

    boolean isAwaited() {
        return peers.values().stream().anyMatch(peer -> !peer.awaits().isEmpty());
    }
}
