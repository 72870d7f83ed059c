package chat.pando.channel.order;

import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;

/**
 * Numbers that look random and are computed from names, so that devices don't all act at once (SDS-R, "T_req,
 * T_resp").
 */
final class Spread {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int HALF = 32;

    private Spread() {}

    /** When a missing message is asked for: after T_min at the earliest and T_max at the latest, the first time. */
    static long request(Participant own, MessageId id, int attempt, Timing timing) {
        long variation = below(hash(own.name() + id.text() + '.' + attempt), timing.most() - timing.least());
        return timing.doubled(timing.least(), attempt) + variation;
    }

    /** How long an answer takes: the sender's own none, others' at most T_max. */
    static long answer(Participant own, MessageId id, Timing timing) {
        return own.equals(id.sender())
                ? 0
                : below((hash(own.name()) ^ hash(id.sender().name())) * hash(id.text()), timing.most());
    }

    /** A delay that doubles with each attempt and varies by half of its first length. */
    static long delay(Participant own, String what, long first, int attempt, Timing timing) {
        return timing.doubled(first, attempt) + below(hash(own.name() + what + '.' + attempt), first / 2 + 1);
    }

    private static long below(long hash, long bound) {
        return Math.floorMod(hash ^ hash >>> HALF, Math.max(1, bound));
    }

    private static long hash(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash ^ hash >>> HALF;
    }
}
