package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsMessage;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of a channel when something happens. Holds no state: all of that is in the channel. */
public final class Order {

    private final Timing timing;

    public Order(Timing timing) {
        this.timing = timing;
    }

    /** These devices are in the channel: what is said without being asked goes to them as well. */
    public Channel present(Channel channel, Set<Participant> participants) {
        Work work = new Work(channel, timing, channel.lamport());
        participants.forEach(participant -> work.peers.put(participant, work.peer(participant).here()));
        work.peers.remove(work.self);
        return work.channel();
    }

    /**
     * Counts a new message of this device. It has to be stored with what it says before it is sent, and has to be sent.
     *
     * @param audience the devices that have to have it before it counts as delivered
     */
    public Sending send(Channel channel, Set<Participant> audience, long now) {
        Work work = new Work(channel, timing, now);
        MessageId id = new MessageId(work.self, ++work.sent);
        Set<Participant> others = new TreeSet<>(audience);
        others.remove(work.self);
        if (others.stream().anyMatch(participant -> work.peer(participant).isNew())) {
            work.peers.replaceAll((participant, peer) -> peer.withNothingTold()); // it may not know what others do
        } else if (!work.isAwaited()) {
            work.peers.replaceAll((participant, peer) -> peer.withAllFirm());
        }
        others.forEach(to -> work.peers.put(to, work.peer(to).awaiting(id.number())));
        Talk talk = new Talk(work);
        SdsMessage message = talk.message(id);
        talk.announceLater(0);
        return new Sending(work.channel(), id, message);
    }

    /** The homeserver has made an own message this event ({@link EventHint}). */
    public Channel sent(Channel channel, MessageId id, Blob hint) {
        Work work = new Work(channel, timing, channel.lamport());
        work.tail.replaceAll(entry -> entry.id().equals(id) ? entry.at(hint) : entry);
        return work.channel();
    }

    /**
     * The last own message was refused for good and has reached nobody: its number is free again.
     *
     * @throws IllegalArgumentException where another one was counted since: numbers have no holes
     */
    public Channel withdrawn(Channel channel, MessageId id) {
        if (!id.equals(new MessageId(channel.self(), Math.max(1, channel.sent())))) {
            throw new IllegalArgumentException("not the last message of this device");
        }
        Work work = new Work(channel, timing, channel.lamport());
        work.sent--;
        work.peers.replaceAll((participant, peer) -> peer.awaitingNoMore(id.number()).withNothingTold());
        work.tail.removeIf(entry -> entry.id().equals(id));
        if (!work.isAwaited()) {
            work.schedule = work.schedule.announceAt(Schedule.NEVER, 0);
        }
        return work.channel();
    }

    /**
     * A message or a sync message has come, in whatever way.
     *
     * @param from who has sent it first, as its encryption proves
     * @param hint the event that it is; empty for a sync message
     */
    public Step receive(Channel channel, Participant from, SdsMessage message, Blob hint, long now) {
        return receive(channel, from, message, hint, now, true);
    }

    /**
     * A message has come that is shown where it stands, whatever it says of its causes: with a stretch of history, in
     * which what is missing may come by itself, or because its key has come. Nothing new is missed for its sake; that is
     * for {@link #tick}.
     */
    public Step take(Channel channel, Participant from, SdsMessage message, Blob hint, long now) {
        return receive(channel, from, message, hint, now, false);
    }

    private Step receive(
            Channel channel, Participant from, SdsMessage message, Blob hint, long now, boolean waits) {
        Work work = new Work(channel, timing, now);
        if (from.equals(work.self)) {
            return work.step();
        }
        if (message.lamport().isEmpty()) {
            work.effect(new Effect.Ephemeral(from));
            return work.step();
        }
        try {
            new Reception(work, waits).take(Incoming.read(from, message), hint);
        } catch (MalformedSds malformed) {
            Work untouched = new Work(channel, timing, now);
            untouched.effect(new Effect.Refused(from, malformed.getMessage()));
            return untouched.step();
        }
        new Talk(work).announceAgain(from);
        return work.step();
    }

    /** A message that is missing stands there, closed: nothing waits for it, and nobody is asked for it. */
    public Step closed(Channel channel, MessageId id, long now) {
        Work work = new Work(channel, timing, now);
        if (work.missing.remove(id) != null) {
            work.put(id.sender(), work.reading(id.sender()).losing(id.number()));
            new Waiting(work).settle();
        }
        return work.step();
    }

    /** Its sender says that it never sent this message, or has taken it back: nothing is missing there. */
    public Step voided(Channel channel, MessageId id, long now) {
        Work work = new Work(channel, timing, now);
        if (!work.isHere(id)) {
            work.missing.remove(id);
            work.put(id.sender(), work.reading(id.sender()).with(id.number()));
            new Waiting(work).settle();
        }
        return work.step();
    }

    /**
     * What comes next is from after a stretch of history that isn't here. So what waits is shown now, as if it had waited
     * long enough: else it would come after messages that follow it, which wait for nothing as long as the stretch is
     * being fetched.
     */
    public Step interrupted(Channel channel, long now) {
        Work work = new Work(channel, timing, now);
        new Waiting(work).release();
        return work.step();
    }

    /** Does what is due. */
    public Step tick(Channel channel, long now) {
        Work work = new Work(channel, timing, now);
        Search search = new Search(work);
        Waiting waiting = new Waiting(work);
        search.tell();
        waiting.settle();
        waiting.expire();
        search.end();
        waiting.settle();
        search.track();
        search.lookUp();
        search.answer();
        new Talk(work).sync(search.requests());
        return work.step();
    }

    /** When something is due next; {@link Long#MAX_VALUE} where nothing is. */
    public long nextTick(Channel channel) {
        return Talk.next(channel, timing);
    }

    /**
     * A device has left: nothing is expected of it any more. What it alone had not acknowledged is delivered to the
     * others.
     */
    public Step left(Channel channel, Participant participant, long now) {
        Work work = new Work(channel, timing, now);
        Peer peer = work.peer(participant);
        work.peers.put(participant, peer.left());
        work.asked.replaceAll((id, asked) -> asked.without(participant));
        work.asked.values().removeIf(asked -> asked.by().isEmpty());
        for (long number : peer.awaits().numbers(Integer.MAX_VALUE)) {
            boolean awaited = work.peers.values().stream().anyMatch(other -> other.awaits().has(number));
            boolean got = work.peers.values().stream().anyMatch(other -> other.got().has(number));
            if (!awaited && got) {
                work.effect(new Effect.Delivered(new MessageId(work.self, number)));
            }
        }
        return work.step();
    }

    /**
     * The connection is there again: what waited for its next attempt is tried at once, and patience begins anew, as
     * the time without a connection was no time to wait for anything.
     */
    public Channel resumed(Channel channel, long now) {
        Work work = new Work(channel, timing, now);
        work.missing.replaceAll((id, searched) -> searched.afresh(now));
        work.parked.replaceAll((id, message) -> new Parked(message.entry(), message.causes(), now));
        new Talk(work).announceLater(0);
        return work.channel();
    }

    /** The person wants what was given up to be looked for again. */
    public Channel searchAgain(Channel channel, long now) {
        Work work = new Work(channel, timing, now);
        work.peers.replaceAll((participant, peer) -> peer.with(peer.reading().losingNothing()));
        new Search(work).track();
        return work.channel();
    }
}
