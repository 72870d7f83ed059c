package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.ack.Ranges;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The messages that wait for their causes, and how long they do. */
final class Waiting {

    private static final Comparator<Parked> IN_ORDER = Comparator.comparing(Parked::entry);

    /** How often what came late is acknowledged once more. */
    private static final int REPEATS = 4;

    private final Work work;

    Waiting(Work work) {
        this.work = work;
    }

    /** Takes a message in, to be shown as soon as its causes are. */
    void park(Parked message) {
        work.parked.put(message.entry().id(), message);
        settle();
        while (work.parked.size() > Channel.MOST_PARKED) {
            work.parked.values().stream().min(IN_ORDER).ifPresent(this::release);
        }
    }

    /** Shows all that wait for nothing any more, by time and id. */
    void settle() {
        Optional<Parked> next = ready();
        while (next.isPresent()) {
            deliver(next.get());
            next = ready();
        }
    }

    /** Those that have waited long enough. */
    void expire() {
        release(message -> message.since() + work.timing.patience() <= work.now);
    }

    /** All. */
    void release() {
        release(message -> true);
    }

    private void release(Predicate<Parked> which) {
        for (Parked message : work.parked.values().stream().filter(which).sorted(IN_ORDER).toList()) {
            if (work.parked.containsKey(message.entry().id())) {
                release(message);
            }
        }
    }

    private Optional<Parked> ready() {
        return work.parked.values().stream().filter(this::isReady).min(IN_ORDER);
    }

    private boolean isReady(Parked message) {
        return message.causes().entrySet().stream().allMatch(cause -> unmet(cause).isEmpty());
    }

    private Ranges unmet(Map.Entry<Participant, Ranges> cause) {
        return work.reading(cause.getKey()).unmet(cause.getValue());
    }

    /** Tells what is missing as gaps, and shows the message after them. */
    private void release(Parked message) {
        giveUp(message, new HashSet<>());
        settle();
        if (work.parked.containsKey(message.entry().id())) {
            deliver(message); // messages that say that they wait for each other
        }
    }

    /** What waits itself need not be given up, only what that waits for. */
    private void giveUp(Parked message, Set<MessageId> seen) {
        if (!seen.add(message.entry().id())) {
            return;
        }
        for (Map.Entry<Participant, Ranges> cause : message.causes().entrySet()) {
            Participant sender = cause.getKey();
            Ranges unmet = unmet(cause);
            Ranges waiting = work.parkedOf(sender);
            for (long number : waiting.without(waiting.without(unmet)).numbers(Channel.MOST_PARKED + 1)) {
                giveUp(work.parked.get(new MessageId(sender, number)), seen);
            }
            work.give(sender, unmet.without(waiting));
        }
    }

    /** Shows a message now. */
    void deliver(Parked message) {
        LogEntry entry = message.entry();
        MessageId id = entry.id();
        work.parked.remove(id);
        boolean late = work.reading(id.sender()).given().has(id.number());
        if (late || work.missing.containsKey(id)) {
            work.missing.remove(id);
            work.schedule = work.schedule.repeating(REPEATS);
        }
        work.peers.put(id.sender(), work.peer(id.sender()).read(id.number()));
        work.lamport = Math.max(work.lamport, entry.lamport());
        work.log(entry);
        work.effect(new Effect.Deliver(id, entry.lamport(), late));
        new Talk(work).acknowledgeSoon();
    }
}
