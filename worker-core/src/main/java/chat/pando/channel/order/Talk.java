package chat.pando.channel.order;

import chat.pando.channel.ack.AckCodec;
import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.HistoryEntry;
import chat.pando.channel.sds.SdsMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What this device says of its own accord: messages, and sync messages when the channel is quiet. */
final class Talk {

    /**
     * How many bytes what a message says of order should take: as base64 behind the format's name, in a member named
     * {@value SdsContent#MEMBER}, 200. Hints give way, as nobody needs each of them, and the history does, as it is
     * among what was read; what was read since the message before doesn't.
     */
    static final int BYTES = 119;

    /**
     * In a channel of no more devices than this, all of them hear what each has read. In a larger one that would be too
     * much to say: only those hear it whose messages it is about.
     */
    private static final int MOST_TOLD = 24;

    private final Work work;

    Talk(Work work) {
        this.work = work;
    }

    /** What the next own message says, which is counted and logged. */
    SdsMessage message(MessageId id) {
        work.lamport = Math.max(work.now, work.lamport + 1);
        SdsMessage bare = SdsMessage.of(work.self.name(), id.text(), work.lamport, history(false));
        SdsMessage message = withHints(withCauses(bare));
        work.peers.replaceAll((participant, peer) -> peer.news().isEmpty() ? peer : peer.withAllTold());
        work.log(new LogEntry(work.lamport, id, Blob.EMPTY, false));
        if (work.peers.values().stream().noneMatch(Peer::owed)) {
            work.schedule = work.schedule.acknowledged();
        }
        return message;
    }

    /**
     * With all that was read since the message before; and as long as somebody may lack one of the messages before,
     * also with what those have said, as far as it fits.
     */
    private SdsMessage withCauses(SdsMessage bare) {
        Map<Participant, Ranges> acks = new TreeMap<>();
        work.peers.forEach((participant, peer) -> acks.put(participant, peer.news()));
        SdsMessage message = fitting(bare.withAcks(AckCodec.encode(acks)));
        for (Map.Entry<Participant, Peer> peer : work.peers.entrySet()) {
            Ranges before = acks.put(peer.getKey(), peer.getValue().unsure());
            SdsMessage larger = message.withAcks(AckCodec.encode(acks));
            if (larger.size() <= BYTES) {
                message = larger;
            } else {
                acks.put(peer.getKey(), before);
            }
        }
        return message;
    }

    /** With as much of its history as fits, the latest first. */
    private static SdsMessage fitting(SdsMessage whole) {
        SdsMessage message = whole;
        while (message.size() > BYTES && !message.history().isEmpty()) {
            message = message.withHistory(message.history().subList(1, message.history().size()));
        }
        return message;
    }

    private List<HistoryEntry> history(boolean hints) {
        return work.tail.stream()
                .map(entry -> new HistoryEntry(entry.id().text(), hints ? entry.hint() : Blob.EMPTY, ""))
                .toList();
    }

    /** With as many hints as fit: first of what nobody has given one for. */
    private SdsMessage withHints(SdsMessage bare) {
        List<LogEntry> wanted = new ArrayList<>(work.tail);
        wanted.removeIf(entry -> entry.hint().isEmpty()
                || bare.history().stream().noneMatch(cause -> cause.id().equals(entry.id().text())));
        wanted.sort(Comparator.comparing(LogEntry::hinted).thenComparing(Comparator.reverseOrder()));
        SdsMessage message = bare;
        for (LogEntry entry : wanted) {
            SdsMessage larger = message.withHistory(message.history().stream()
                    .map(cause -> cause.id().equals(entry.id().text())
                            ? new HistoryEntry(cause.id(), entry.hint(), "") : cause)
                    .toList());
            if (larger.size() <= BYTES) {
                message = larger;
                work.tail.replaceAll(other -> other.equals(entry) ? entry.told() : other);
            }
        }
        return message;
    }

    /** The channel may become quiet: what was read is acknowledged soon, where no message does it before. */
    void acknowledgeSoon() {
        acknowledgeLater(work.timing.acknowledge());
    }

    private void acknowledgeLater(long delay) {
        work.schedule = work.schedule.acknowledgeBy(
                work.now + Spread.delay(work.self, Long.toString(work.now), delay, 0, work.timing));
    }

    /** What isn't acknowledged is announced after a while; anew after each message. */
    void announceLater(int before) {
        work.schedule = work.isAwaited() && before < work.timing.announcements()
                ? work.schedule.announceAt(work.now + Spread.delay(
                        work.self, Long.toString(work.now), work.timing.announce(), before, work.timing), before)
                : work.schedule.announceAt(Schedule.NEVER, 0);
    }

    /** A device that was silent is heard of again. */
    void announceAgain(Participant to) {
        if (work.schedule.announce() == Schedule.NEVER && !work.peer(to).awaits().isEmpty()) {
            announceLater(0);
        }
    }

    /** Sends the sync messages that are due. */
    void sync(List<MessageId> requests) {
        boolean all = work.schedule.acknowledge() <= work.now || !requests.isEmpty();
        boolean announce = work.schedule.announce() <= work.now;
        work.peers.forEach((to, peer) -> {
            boolean told = all && (work.peers.size() <= MOST_TOLD || peer.owed() || isAsked(to, requests));
            if (!peer.gone() && (told || announce && !sent(peer.awaits()).isEmpty())) {
                work.effect(new Effect.Sync(to, sync(to, requests)));
            }
        });
        if (all) {
            work.peers.replaceAll((participant, peer) -> peer.owed(false));
            work.schedule = work.schedule.acknowledged();
            int repeats = work.schedule.repeats();
            if (repeats > 0) {
                work.schedule = work.schedule.repeating(repeats - 1);
                acknowledgeLater(work.timing.announce() * 2);
            }
        }
        if (announce) {
            announceLater(work.schedule.announced() + 1);
        }
    }

    private static boolean isAsked(Participant to, List<MessageId> requests) {
        return requests.stream().anyMatch(id -> id.sender().equals(to));
    }

    private SdsMessage sync(Participant to, List<MessageId> requests) {
        Map<Participant, Ranges> acks = new TreeMap<>();
        work.peers.forEach((participant, peer) -> acks.put(participant, peer.reading().have()));
        acks.put(work.self, sent(work.peer(to).awaits()));
        return SdsMessage.of(work.self.name(), work.self.name() + Incoming.SYNC, work.lamport, history(true))
                .withRequests(requests.stream().map(id -> HistoryEntry.of(id.text())).toList())
                .withAcks(AckCodec.encode(acks));
    }

    /** Without the last own message, as long as the homeserver hasn't taken it: nobody can have it, nor is to miss it. */
    private Ranges sent(Ranges own) {
        boolean underWay = work.tail.stream().anyMatch(entry -> entry.hint().isEmpty()
                && entry.id().equals(new MessageId(work.self, Math.max(1, work.sent))));
        return underWay ? own.without(work.sent) : own;
    }

    /** The first time at which something is due. */
    static long next(Channel channel, Timing timing) {
        long next = Math.min(channel.schedule().acknowledge(), channel.schedule().announce());
        for (Parked parked : channel.parked().values()) {
            next = Math.min(next, parked.since() + timing.patience());
        }
        for (Map.Entry<MessageId, Missing> entry : channel.missing().entrySet()) {
            Missing searched = entry.getValue();
            MessageId id = entry.getKey();
            boolean told = Optional.ofNullable(channel.peers().get(id.sender()))
                    .filter(peer -> peer.reading().given().has(id.number())).isPresent();
            next = Math.min(next, told ? Schedule.NEVER : searched.since() + timing.patience());
            next = Math.min(next, Math.min(searched.nextLookUp(), searched.nextRequest()));
        }
        for (Asked asked : channel.asked().values()) {
            next = Math.min(next, asked.at());
        }
        return next;
    }
}
