package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import java.util.Map;
import java.util.Set;

/** Takes up what another device says (SDS, "Receive message"). */
final class Reception {

    private static final int MOST_ASKED = 256;

    private final Work work;
    private final Waiting waiting;
    private final boolean waits;

    /** @param waits whether a message waits for its causes, and what is missing is looked for */
    Reception(Work work, boolean waits) {
        this.work = work;
        this.waits = waits;
        this.waiting = new Waiting(work);
    }

    /** @param hint the event that it is */
    void take(Incoming message, Blob hint) {
        acknowledgements(message);
        message.requests().forEach(id -> requested(id, message.from()));
        if (message.isSync()) {
            message.history().keySet().forEach(id -> heard(message.from(), id));
        } else {
            arrived(message, hint);
        }
        work.hints(message.history());
        if (waits) {
            new Search(work).track();
            work.hints(message.history());
        }
        waiting.settle();
    }

    private void arrived(Incoming message, Blob hint) {
        MessageId id = message.id();
        work.hear(message.from(), id, id.number() - 1);
        if (work.isHere(id)) {
            work.effect(new Effect.Repeated(id));
            return;
        }
        Map<Participant, Ranges> causes = message.causes();
        causes.remove(work.self);
        causes.forEach((sender, numbers) -> {
            if (!numbers.isEmpty()) {
                heard(message.from(), new MessageId(sender, numbers.last()));
            }
        });
        Parked arrived = new Parked(new LogEntry(message.lamport(), id, hint, false), causes, work.now);
        if (waits) {
            waiting.park(arrived);
        } else {
            waiting.deliver(arrived);
        }
    }

    /** Another device tells of a message. Whether it was for us as well, only its sender knows. */
    private void heard(Participant teller, MessageId id) {
        if (!id.sender().equals(work.self)) {
            work.hear(teller, id, Reading.UNKNOWN);
        }
    }

    private void acknowledgements(Incoming message) {
        Participant from = message.from();
        message.acks().forEach((sender, numbers) -> {
            if (sender.equals(work.self)) {
                acknowledged(from, numbers);
            } else if (sender.equals(from)) {
                announced(from, numbers);
            } else {
                heard(from, new MessageId(sender, numbers.last()));
            }
        });
        work.asked.replaceAll((id, asked) ->
                message.acks().getOrDefault(id.sender(), Ranges.NONE).has(id.number()) ? asked.without(from) : asked);
        work.asked.values().removeIf(asked -> asked.by().isEmpty());
    }

    /** Another device has own messages. What it wasn't to acknowledge says nothing. */
    private void acknowledged(Participant by, Ranges numbers) {
        Peer before = work.peer(by);
        Ranges open = before.awaits().without(numbers);
        Ranges news = before.awaits().without(open);
        if (news.isEmpty()) {
            return;
        }
        work.peers.put(by, before.acknowledged(news));
        for (long number : news.numbers(Integer.MAX_VALUE)) {
            MessageId id = new MessageId(work.self, number);
            work.effect(new Effect.Acknowledged(id, by));
            if (work.peers.values().stream().noneMatch(peer -> peer.awaits().has(number))) {
                work.effect(new Effect.Delivered(id));
            }
        }
    }

    /** The sender doesn't know whether these of its messages have come. So they were for us, and it has to be told. */
    private void announced(Participant from, Ranges numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        work.hear(from, new MessageId(from, numbers.last()), numbers.first() - 1);
        Reading reading = work.reading(from);
        if (reading.heard() >= numbers.last()) {
            work.put(from, reading.from(numbers.first() - 1));
        }
        work.peers.put(from, work.peer(from).owed(true));
        new Talk(work).acknowledgeSoon();
    }

    private void requested(MessageId id, Participant by) {
        if (work.isHere(id)) {
            Asked asked = work.asked.get(id);
            if (asked != null) {
                work.asked.put(id, asked.alsoBy(by));
            } else if (work.asked.size() < MOST_ASKED) {
                long at = work.now + Spread.answer(work.self, id, work.timing);
                work.asked.put(id, new Asked(at, Set.of(by)));
            }
            return;
        }
        heard(by, id);
        work.missing.computeIfPresent(id, (same, searched) ->
                searched.postponed(work.now + Spread.request(work.self, id, 0, work.timing)));
    }
}
