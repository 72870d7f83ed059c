package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import chat.pando.channel.sds.Blob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The search for what is missing: at the homeserver, then with the other devices (SDS-R), until it is there or given
 * up.
 */
final class Search {

    /** SDS-R's bound for the requests in one message. */
    private static final int MOST_REQUESTS = 3;

    private final Work work;

    Search(Work work) {
        this.work = work;
    }

    /** Begins to look for what has become known to be missing, and ends where it is there. */
    void track() {
        for (Participant sender : List.copyOf(work.peers.keySet())) {
            Ranges missing = work.reading(sender).missing();
            Ranges tracked = tracked(sender);
            if (!missing.isEmpty() || !tracked.isEmpty()) {
                track(sender, missing.without(work.parkedOf(sender)), tracked);
            }
        }
    }

    private void track(Participant sender, Ranges wanted, Ranges tracked) {
        tracked.without(wanted).numbers(Channel.MOST_MISSING)
                .forEach(number -> work.missing.remove(new MessageId(sender, number)));
        Ranges untracked = wanted.without(tracked);
        List<Long> begun = untracked.numbers(Channel.MOST_MISSING - work.missing.size());
        begun.forEach(number -> begin(new MessageId(sender, number)));
        work.give(sender, begun.isEmpty() ? untracked : untracked.above(begun.get(begun.size() - 1)));
    }

    private void begin(MessageId id) {
        long ask = work.now + Spread.request(work.self, id, 0, work.timing);
        work.missing.put(id, new Missing(Blob.EMPTY, work.now, 0, work.now, 0, ask));
    }

    private Ranges tracked(Participant sender) {
        Ranges numbers = Ranges.NONE;
        for (MessageId id : work.missing.keySet()) {
            numbers = id.sender().equals(sender) ? numbers.with(id.number()) : numbers;
        }
        return numbers;
    }

    /** Tells what has been missing for so long that the person should know. */
    void tell() {
        Map<Participant, Ranges> overdue = new TreeMap<>();
        work.missing.forEach((id, searched) -> {
            if (searched.since() + work.timing.patience() <= work.now) {
                overdue.merge(id.sender(), Ranges.of(id.number()), Ranges::with);
            }
        });
        overdue.forEach(work::give);
    }

    void lookUp() {
        work.missing.replaceAll((id, searched) -> {
            if (searched.nextLookUp() > work.now) {
                return searched;
            }
            work.effect(new Effect.LookUp(id, searched.hint()));
            return searched.lookedUp(work.now + Spread.delay(
                    work.self, id.text(), work.timing.lookUp(), searched.lookUps(), work.timing));
        });
    }

    /** What others are to be asked for now, no more than fits into one message. */
    List<MessageId> requests() {
        List<MessageId> due = new ArrayList<>();
        work.missing.replaceAll((id, searched) -> {
            if (due.size() == MOST_REQUESTS || searched.nextRequest() > work.now || isExhausted(searched)) {
                return searched;
            }
            due.add(id);
            return searched.requested(
                    work.now + Spread.request(work.self, id, searched.requests() + 1, work.timing));
        });
        return due;
    }

    /** Ends the search for what was asked for as often as it may be. */
    void end() {
        List<MessageId> ended = work.missing.entrySet().stream()
                .filter(entry -> isExhausted(entry.getValue()) && entry.getValue().nextRequest() <= work.now)
                .map(Map.Entry::getKey)
                .toList();
        for (MessageId id : ended) {
            work.give(id.sender(), Ranges.of(id.number()));
            work.put(id.sender(), work.reading(id.sender()).losing(id.number()));
            work.missing.remove(id);
            work.effect(new Effect.Irretrievable(id));
        }
    }

    private boolean isExhausted(Missing searched) {
        return searched.requests() >= work.timing.requests();
    }

    /** Sends what others lack. */
    void answer() {
        List<Map.Entry<MessageId, Asked>> due = work.asked.entrySet().stream()
                .filter(entry -> entry.getValue().at() <= work.now)
                .toList();
        due.forEach(entry -> work.effect(new Effect.Answer(entry.getKey(), entry.getValue().by())));
        work.asked.values().removeIf(asked -> asked.at() <= work.now);
    }
}
